# with: order of enter and exit, swallowing, errors in exit, missing methods, several items.
class C:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__, v); return self.swallow
with C(1) as a, C(2) as b: print(a, b)
with (C(3, True) as a, C(4)): raise ValueError('x')
def f():
    with C(5): return 'returned'
print(f())
class Raises(C):
    def __exit__(self, *a): raise KeyError('in exit')
try:
    with Raises(6): raise ValueError('body')
except KeyError as e: print(e, repr(e.__context__))
class NoExit:
    def __enter__(self): print('not reached')
class NoEnter:
    def __exit__(self, *a): pass
for cls in (NoExit, NoEnter, int):
    try:
        with cls(): pass
    except TypeError as e: print(e)
class Truth:
    def __enter__(self): return self
    def __exit__(self, *a): return Truth2()
class Truth2:
    def __bool__(self): raise OSError('truth')
try:
    with Truth(): raise ValueError
except OSError as e: print(e)
for i in range(2):
    with C(i): continue
