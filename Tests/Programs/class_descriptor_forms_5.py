# Descriptors, properties, attribute hooks, __slots__: results and messages. Part 5.
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
def mk(ns, bases=()): return type('T', bases, ns)
attempt(mk, {'__slots__': ('__dict__', '__dict__')}); attempt(mk, {'__slots__': ('x',)}, (int,)); attempt(mk, {'__slots__': ('x',)}, (tuple,)); attempt(mk, {'__slots__': ()}, (tuple,)); attempt(mk, {'__slots__':('__dict__',)}, (A,)); attempt(mk, {'__slots__':('__weakref__',)}, (A,))
class S1: __slots__ = 'one'
class S2: __slots__ = ('two',)
attempt(mk, {}, (S1, S2))
class S3(S1): pass
S3().dyn = 1
class S4: __slots__ = {'x': 'doc of x'}
print(S4.x.__doc__, S4.x, S4.x.__get__(None, S4) is S4.x, S4.x.__name__, S4.x.__objclass__)
attempt(S4.x.__get__, 5, int); attempt(lambda: S1.__dict__['one'].__set__(5, 1))
