# Defaults: evaluated once, shared, of every parameter kind, and changed later.
def f(a, b=[], *, c={}, d=print): b.append(a); c[a] = b; return b, c, d is print
print(f(1), f(2), f(3, [0]), f.__defaults__, f.__kwdefaults__.keys() if f.__kwdefaults__ else None)
f.__defaults__ = ('new',)
try:
    f(4)
except AttributeError as e:
    print(e)
i = 5
def g(x=i): return x
i = 6
print(g(), [h() for h in [lambda v=v: v for v in range(3)]])
f.__kwdefaults__ = None
try:
    f(1, [])
except TypeError as e:
    print(e)
g.__defaults__ = None
try:
    g()
except TypeError as e:
    print(e)
