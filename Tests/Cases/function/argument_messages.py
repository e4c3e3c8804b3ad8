# Too many, too few, twice, unknown: the message of each.
def f(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
def g(a, b): pass
def h(*, k): pass
def i(): pass
def j(a, b=1): pass
def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)
attempt(lambda: f(1, d=4))
attempt(lambda: f())
attempt(lambda: f(1))
attempt(lambda: f(1, 2, 3, 4, d=5))
attempt(lambda: f(1, 2, 3, 4))
attempt(lambda: f(1, a=2, d=4))
attempt(lambda: f(1, 2, 3, c=4, d=5))
attempt(lambda: f(1, d=4, z=1))
attempt(lambda: f(1, a=1, b=2, d=3))
attempt(lambda: g())
attempt(lambda: g(1))
attempt(lambda: g(1, 2, 3))
attempt(lambda: g(1, 2, a=3))
attempt(lambda: h(1))
attempt(lambda: h())
attempt(lambda: i(1))
attempt(lambda: i(x=1))
attempt(lambda: j())
attempt(lambda: j(1, 2, 3))
