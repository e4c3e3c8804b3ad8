# Attributes of functions, methods and code objects. Part 2.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
def outer(x):
    'outer doc'
    y = 2
    def inner(a, /, b: int, *args, c: 'str' = 3, **kw) -> float:
        """inner doc
            more
        """
        loc = x + y
        return loc
    return inner
f = outer(1)
f.attr = 1; f.__dict__['z'] = 2; print(f.attr, f.z, sorted(vars(f))); del f.attr; attempt(getattr, f, 'attr')
f.__name__ = 'renamed'; f.__qualname__ = 'q.q'; print(f.__name__, f.__qualname__, str(f).split(' at ')[0]); 
print(f.__globals__ is globals(), f.__builtins__ is not None, f.__type_params__)
print(type(f), type(f).__name__, type(len), type([].append), type(str.upper), type(int.__add__), type(object.__init__), type(type(f).__code__), type(f.__code__), type(f.__closure__[0]))
class C:
    def m(self): return self
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return 1
o = C()
m = o.m
print(m.__self__ is o, m.__func__ is C.m, m.__name__, m.__qualname__, m() is o, o.m == o.m, o.m is o.m, hash(o.m) == hash(o.m), C.c.__self__ is C, o.c.__func__, type(C.__dict__['s']), C.__dict__['c'].__func__.__name__, C.__dict__['s'].__func__.__name__, C.__dict__['s'].__wrapped__)if 0 else None
print(m.__self__ is o, m.__func__ is C.m, m.__name__, m.__qualname__, m() is o, o.m == o.m, o.m is o.m, C.c.__self__ is C, type(C.__dict__['s']).__name__, C.__dict__['c'].__func__.__name__, C.__dict__['s'].__name__)
attempt(setattr, m, 'x', 1); attempt(getattr, m, 'x'); C.m.tag = 'T'; print(m.tag)
print(C.m.__get__(o)() is o, C.m.__get__(o, C), C.m.__get__(None, C) is C.m)if 0 else print(C.m.__get__(o)() is o, C.m.__get__(None, C) is C.m)
import types
mm = types.MethodType(lambda self, x: (self, x), 5); print(mm(6), mm.__self__); attempt(types.MethodType, 5, 6); attempt(types.MethodType, len, None)
print(types.MethodType(len, 'abc')())
print((lambda: 0).__name__, (lambda: 0).__qualname__, len.__name__, len.__qualname__, len.__module__, [].append.__name__, [].append.__qualname__, str.upper.__qualname__, str.upper.__objclass__, [].append.__self__, len.__self__)
