# Positional-only, ordinary, keyword-only, *args and **kwargs parameters together.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return (a, b, c, args, d, e, sorted(kw.items()))

print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=60))
print(f(1, c=9, d=8, e=7, x=6))
print(f(1, d=2, a=3, b=4))
print(f(*[1, 2], **{'d': 3, 'z': 0}))
print(f(*(1,), 2, *[3, 4], d=5, **{'q': 1}, **{'r': 2}))

def only_args(*args):
    return args

def only_kwargs(**kwargs):
    return kwargs

print(only_args(), only_args(1, 'a'), only_args(*range(4)))
print(only_kwargs(), only_kwargs(b=1, a=2))
