# Attributes of functions, methods and code objects. Part 4.
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
c = f.__code__
def swap1(): return 1
attempt(setattr, swap1, '__code__', f.__code__)
print(f.__code__ == f.__code__, hash(c) == hash(f.__code__), repr(c).startswith('<code object inner at 0x'))
def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
old = factorial
factorial = lambda n: 100
print(old(3))
print(dir(f) == sorted(dir(f)), [n for n in dir(lambda: 0) if not n.startswith('__')], '__code__' in dir(f))
def deco(*args):
    def wrap(f): print('deco', args, f.__name__); return f
    return wrap
@deco(1)
@(lambda f: f)
@deco(2, *[3])
def decorated(): pass
@deco('cls')
class Dec: pass
fs = [lambda: i for i in range(3)]; print([f() for f in fs]); fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
