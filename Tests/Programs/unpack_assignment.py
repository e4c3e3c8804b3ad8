# Unpacking: nested targets, starred targets, swaps, any iterable; and its errors.
a, b = 1, 2
a, b = b, a
print(a, b)
(c, [d, e]), f = (1, 'xy'), None
print(c, d, e, f)
first, *rest = range(5)
*init, last = 'hello'
head, *middle, tail = [1, 2]
print(first, rest, init, last, head, middle, tail)
x = [0, 1, 2]
i = 0
i, x[i] = 2, 'set'
print(i, x)
for n, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(n, p, q)
m = n = o = []
m.append(1)
print(n is o, o)
k, v = {'one': 1, 'two': 2}
print(k, v)

def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

def too_many(): a, b = 1, 2, 3
def too_few(): a, b, c = 1, 2
def starred(): a, *b, c = [1]
def not_iterable(): a, b = 5
def too_many_iter(): a, b = iter(range(5))
for function in (too_many, too_few, starred, not_iterable, too_many_iter):
    attempt(function)
