# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 5.
x = 'global'
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None))
class L: 
    a = 1
    loc = dict(locals())
print(sorted(L.loc))
print('x' in globals(), globals()['x'], globals() is locals())
globals()['made'] = 3; print(made); del globals()['made']; attempt(lambda: made)
def gl(): return list(locals())
print(gl())
def nest():
    def a():
        def b():
            def c(): return deep
            return c
        return b
    deep = 'd'
    return a()()()
print(nest())
try: print(__file__.rsplit('/')[-1], __name__, __doc__, __package__, __spec__, __builtins__ is not None, __annotations__ if 0 else '')
except NameError as e: print(e)
v: int = 5
w: 'str'
print(__annotations__)
