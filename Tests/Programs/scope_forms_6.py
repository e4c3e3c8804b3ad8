# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 6.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None))
x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(1)]
    z = (lambda: x)()
    def m(self): return x
    w = [[x, i] for i in range(1)]
    try: v = [y for _ in range(1)]
    except NameError as e: v = str(e)
v: int = 5
(paren): int = 3; A.attr: int = 4
print(__annotations__)
def fa():
    loc: undefined_thing = 1
    return loc
print(fa())
for A.loopvar in range(3): pass
print(A.loopvar)
lst = [0, 0]
for lst[0] in range(3): pass
print(lst)
for i, (j, *k) in [(1, (2, 3, 4))]: print(i, j, k)
[a, [b, *c]] = 1, 'xyz'; print(a, b, c)
a = b = c = []; print(a is c)
*a, = 'abc'; print(a)
attempt(lambda: [*1]); 
def up(v):
    a, b = v
def up2(v): a, *b, c = v
for v in [(1,), (1, 2, 3), 5, 'abc', iter([1]), {1: 2, 3: 4}, None]: attempt(up, v)
