# Descriptors, properties, attribute hooks, __slots__: results and messages. Part 1.
def attempt(f, *a):
    try: print('ok', f(*a))
    except BaseException as e: print(type(e).__name__, e)
class Data:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.n = name
    def __get__(self, obj, owner=None): return ('get', obj is not None, owner.__name__ if owner else None)
    def __set__(self, obj, v): print('set', v)
    def __delete__(self, obj): print('delete')
class NonData:
    def __get__(self, obj, owner): return 'nondata'
class A:
    d = Data(); n = NonData()
    def __init__(self): self.__dict__['d'] = 5; self.__dict__['n'] = 6
a = A()
print(a.d, a.n, A.d, A.n)
a.d = 3; del a.d
A.d = 7
print(a.d)
class OnlySet:
    def __set__(self, o, v): print('only set', v)
class B: x = OnlySet()
b = B(); b.x = 1; print(type(b.x).__name__); b.__dict__['x'] = 9; print(b.x)
