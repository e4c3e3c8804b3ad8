# Every way to call a function wrongly, with the messages. Part 2.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class C:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __call__(self, z): pass
    def __init__(self, q=1): pass
    def nos(): pass
attempt(C().m); attempt(C().m, 1, 2); attempt(C.m); attempt(C.c); attempt(C().c, 1, 2); attempt(C.s); attempt(C().s, 1, 2); attempt(C()); attempt(C(), 1, 2); attempt(C, 1, 2); attempt(C, z=1); attempt(C().nos); attempt(C().m, b=1)
class Outer:
    class Inner:
        def f(self, x): pass
    def g(self):
        def local(a): pass
        return local
attempt(Outer.Inner().f); attempt(Outer().g()); attempt(lambda x: x); attempt(lambda: 0, 1)
attempt(5); attempt(None); attempt('abc'); attempt([1]); attempt(C.__init__); attempt(object().foo if 0 else object())
def dflt(a, b=[], *, c={}): b.append(a); c[a] = 1; return b, c
print(dflt(1), dflt(2)); print(dflt.__defaults__, dflt.__kwdefaults__)
dflt.__defaults__ = (9, [7]); print(dflt(), dflt.__defaults__); dflt.__defaults__ = None; attempt(dflt, 1); dflt.__kwdefaults__ = {'c': {}}; print(dflt(1, []))
attempt(setattr, dflt, '__defaults__', 5); attempt(setattr, dflt, '__kwdefaults__', 5); attempt(setattr, dflt, '__name__', 5); attempt(setattr, dflt, '__qualname__', 5); attempt(setattr, dflt, '__code__', 5); attempt(setattr, dflt, '__dict__', 5); attempt(setattr, dflt, '__globals__', {}); attempt(setattr, dflt, '__closure__', ()); attempt(setattr, dflt, '__annotations__', 5); attempt(setattr, dflt, '__doc__', 5); attempt(delattr, dflt, '__name__'); attempt(delattr, dflt, '__dict__'); attempt(setattr, dflt, '__module__', 5)
del dflt.__defaults__; print(dflt.__defaults__, dflt.__doc__)
