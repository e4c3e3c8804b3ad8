# Scopes of comprehensions: names do not leak, the first iterable is evaluated outside, closures see the last value.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


x = 'outer'
print([x for x in range(3)], x, [y for x in 'ab' for y in x * 2 if y != 'b'], [[j for j in range(i)] for i in range(4)], {i: i * i for i in range(4) if i % 2}, {c for c in 'hello'} == set('helo'), sum(i for i in range(5)))
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]], [(a, b) for a in range(3) for b in range(a)], [z := 5, z ** 2], [last := n for n in range(4)], last)
class K:
    n = 3
    items = [n for n in range(2)]
    first = [m for m in range(n)]
    try:
        bad = [n + m for m in range(2)]
    except NameError as e:
        print(e)
print(K.items, K.first, K.n)
def g():
    return [(yield_, q) for yield_ in (1, 2) for q in (lambda: yield_)()  * 'a'] if 0 else list(a for a in [1] if (b := a) and b)
print(g())
t(lambda: [undefined for _ in range(1)])
t(lambda: [1 for _ in 5])
t(lambda: [1 for _ in range(2) if 1 / 0])
