# Descriptors, properties, attribute hooks, __slots__: results and messages. Part 4.
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
class G:
    def __getattr__(self, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError(n)
    def __getattribute__(self, n):
        if n == 'hidden': raise AttributeError('hid')
        return super().__getattribute__(n)
    def __setattr__(self, n, v):
        if n == 'bad': raise AttributeError('cannot')
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('deleting', n); super().__delattr__(n)
g = G(); g.y = 1
print(hasattr(g, 'zz'), getattr(g, 'zz', 'dflt'))
class K:
    def __getattr__(self, n): raise KeyError(n)
attempt(hasattr, K(), 'q')
class L:
    @property
    def p(self): raise AttributeError('inside')
    def __getattr__(self, n): return 'fallback ' + n
print(L().p)
attempt(getattr, 5, 'abc'); attempt(getattr, A, 'abc'); attempt(getattr, len, 'abc'); attempt(getattr, None, 'abc'); attempt(getattr,attempt, 'abc')
attempt(setattr, 5, 'a', 1); attempt(setattr, object(), 'a', 1); attempt(setattr, len, 'a', 1); attempt(setattr, 'x', 'upper', 1); attempt(setattr, [], 'append', 1)
attempt(delattr, 5, 'a'); attempt(delattr, a, 'zzz'); attempt(delattr, 5, 'real'); attempt(setattr, 5, 'real', 1)
attempt(getattr, a, 5); attempt(setattr, a, 5, 1); attempt(hasattr, a, 5)
class S:
    __slots__ = ('a', '__b', 'c')
    def __init__(self): self.a = 1; self.__b = 2
s = S(); print(s.a, s._S__b, S.a, S.__slots__); attempt(getattr, s, 'c'); attempt(delattr, s, 'c'); attempt(setattr, s, 'zz', 1); attempt(getattr, s, '__dict__')
del s.a; attempt(getattr, s, 'a')
def mk(ns, bases=()): return type('T', bases, ns)
attempt(mk, {'__slots__': ('a',), 'a': 1}); attempt(mk, {'__slots__': ('1a',)}); attempt(mk, {'__slots__': 5}); attempt(mk, {'__slots__': (5,)})
