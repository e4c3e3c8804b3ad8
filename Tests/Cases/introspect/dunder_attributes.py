# __name__, __qualname__, __module__, __doc__, __dict__, __annotations__ of functions, classes, methods.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


def f(a: int, b: 'str' = 1) -> list[int]:
    "doc f"
    def inner(): pass
    return inner
class A:
    """doc A"""
    x: int = 5
    y: 'later'
    def m(self): 'doc m'
    class N:
        def deep(self): pass
    lam = lambda self: 0
for o in (f, f(1), A, A.m, A().m, A.N, A.N.deep, A.lam):
    print(o.__name__, o.__qualname__, getattr(o, '__module__', '-') in (__name__, 'builtins', None), (o.__doc__ or '')[:8])
print(f.__annotations__, A.__annotations__, f.__defaults__, f.__code__.co_varnames, f.__code__.co_argcount, A.__dict__['x'], f.__dict__, A.m.__doc__, A.__bases__, A.__mro__, A.__class__, A().__class__ is A, A.N.__qualname__, A.__firstlineno__)
f.__name__ = 'renamed'; f.__doc__ = None; f.attr = 5
A.__name__ = 'Renamed'; A.__doc__ = 'changed'
print(f.__name__, f.__qualname__, f.__dict__, A, A.__doc__, repr(A())[:30].split('.')[-1].split(' ')[0])
for g in (lambda: setattr(f, '__name__', 5), lambda: setattr(A, '__name__', 5), lambda: setattr(A.m, '__code__', 5), lambda: f.__closure__, lambda: setattr(f, '__dict__', 5), lambda: setattr(A, '__bases__', ()), lambda: setattr(len, '__name__', 'x'), lambda: delattr(f, '__name__'), lambda: setattr(f, '__defaults__', 5)):
    t(g)
