import inspect, functools
def f(a, /, b: int = 3, *args, c, d=None, **kw) -> str:
    """Doc.

       more
    """
class A:
    def __init__(self, x, y=2): pass
    def m(self, q): pass
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(w): pass
    @property
    def p(self): return 1
class B(A): pass
class C:
    def __call__(self, k): pass
print(inspect.signature(f), inspect.signature(A), inspect.signature(A.m), inspect.signature(A(1).m), inspect.signature(A.cm), inspect.signature(A.sm))
print(inspect.signature(C()), inspect.signature(functools.partial(f, 1, c=3)), inspect.signature(B))
for p in inspect.signature(f).parameters.values(): print(p, p.kind, p.default, p.annotation)
print(inspect.getdoc(f), inspect.isfunction(f), inspect.isclass(A), inspect.ismethod(A(1).m), inspect.isbuiltin(len), inspect.isgeneratorfunction(f))
print([n for n, v in inspect.getmembers(A, inspect.isfunction)])
@functools.wraps(f)
def g(*a, **k): pass
print(inspect.signature(g), inspect.unwrap(g) is f)
s = inspect.signature(f)
b = s.bind(1, 2, 3, c=4, e=5)
print(b.arguments, b.args, b.kwargs)
try: s.bind(1)
except TypeError as e: print(e)
b.apply_defaults(); print(b)
print(inspect.getfullargspec(f))
def gen(): yield 1
async def co(): pass
print(inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isgenerator(gen()))
print(inspect.getmro(B), inspect.getmodule(f).__name__ if inspect.getmodule(f) else None)
print(inspect.cleandoc("  a\n    b"), inspect.classify_class_attrs(A)[-1].name)
print(inspect.signature(lambda x, *, y: 0), inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY))
print(inspect.signature(f, eval_str=True))
print(inspect.isabstract(A), inspect.isroutine(f), inspect.isdatadescriptor(A.p))
print(type(inspect.getattr_static(A(1), 'p')), inspect.currentframe() is not None)
