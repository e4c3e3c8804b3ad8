# Descriptors, properties, attribute hooks, __slots__: results and messages. Part 3.
def attempt(f, *a):
    try: print('ok', f(*a))
    except BaseException as e: print(type(e).__name__, e)
class P:
    def __init__(self): self._x = 0
    @property
    def x(self): 'doc of x'; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print('del x')
    ro = property(lambda self: 1)
    wo = property(None, lambda self, v: print('wo', v), doc='wod')
    e = property()
print(P.x.__doc__, P.wo.__doc__, P.x.fget.__name__, P.ro.fset, P.x.__name__)
p = P()
attempt(setattr, p, 'ro', 1); attempt(delattr, p, 'ro'); attempt(getattr, p, 'wo'); attempt(getattr, p, 'e'); attempt(setattr, p, 'e', 1)
p.wo = 5
attempt(property, 1, 2, 3, 4, 5)
print(isinstance(P.x, property), P.__dict__['x'].__get__(p, P), property(fget=len).fget is len)
class Sub(property):
    def __get__(self, o, t=None): return 'sub'
class Q: x = Sub(lambda s: 1)
print(Q().x, Q.x)
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
print(g.dynX, g.y); attempt(getattr, g, 'hidden'); attempt(setattr, g, 'bad', 1); del g.y; attempt(delattr, g, 'y')
