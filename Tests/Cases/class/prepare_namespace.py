# A mapping of one's own as namespace: reads fall back through __getitem__, writes are seen.
class Names(dict):
    def __missing__(self, key):
        if key.startswith('auto_'):
            return key.upper()
        raise KeyError(key)
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            print('set', key, value)
        super().__setitem__(key, value)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases): return Names()
class A(metaclass=Meta):
    x = auto_one
    y = len('abc')
    x = x + '!'
print(A.x, A.y)
class NoMapping(type):
    @classmethod
    def __prepare__(m, name, bases): return 5
try:
    class B(metaclass=NoMapping): pass
except TypeError as error:
    print(error)
