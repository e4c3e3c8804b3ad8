# type.__call__ decides what making an instance means.
class Singleton(type):
    def __call__(cls, *args, **kw):
        if not hasattr(cls, 'only'):
            print('making', args, kw)
            cls.only = super().__call__(*args, **kw)
        return cls.only
class A(metaclass=Singleton):
    def __init__(self, v=0): self.v = v
print(A(3) is A(4), A().v)
class Other:
    def __new__(cls, *args):
        return 'text' if args else super().__new__(cls)
    def __init__(self, *args): print('init', args)
print(Other(1), type(Other()).__name__)
try:
    type.__call__(A, 1, 2)
except TypeError as error:
    print(error)
