# Calls with * and **: order, duplicates, several of each, and their messages.
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(*[1], c=3), f(1, *'xy', *(), c=0, **{'z': 1}, **{'y': 2}), f(*(1, 2), *[3], c=5, d=6), f(**{'a': 1, 'c': 2}))
def g(): return f(1, c=1, **{'c': 2})
def h(*a, **k): return a, k
print(h(*range(3), **dict(x=1)), h(*{'k': 1}), h(**{}), h(*iter('ab'), 9))
for call in (g, lambda: f(), lambda: f(1), lambda: f(1, 2, c=1, a=5), lambda: h(*5), lambda: h(**5), lambda: h(**{1: 2}), lambda: h(*None), lambda: h(**[('a', 1)]), lambda: h(**{'a': 1}, **{'a': 2}), lambda: f(1, e=1), lambda: len(*[[1], [2]]), lambda: f(*[1, 2], b=3, c=4)):
    try:
        print(call())
    except TypeError as e:
        print(e)
