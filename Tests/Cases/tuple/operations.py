# Tuples: building, slicing, comparison, hashing, methods and errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a = (1, 'b', 3.0)
print(a + (4,), a * 2, a[::-1], a[-1], a.index('b'), a.count(1), len(a), 3 in a, hash(a) == hash((1, 'b', 3.0)), a < (1, 'c'), () < (1,), (1, 2) == (1.0, 2), tuple('ab'), tuple([1]), tuple(), (1,), tuple(x for x in 'xy'), tuple({'k': 1}), tuple(a) is a, a[:] is a, a + () == a)
for f in (lambda: a + [1], lambda: a[5], lambda: a['a'], lambda: a.index(9), lambda: a.index(1, 1), lambda: hash(([],)), lambda: tuple(5), lambda: (1,) < ('a',), lambda: a * 'x', lambda: tuple(1, 2), lambda: a.append, lambda: a.count()):
    t(f)
try:
    a[0] = 1
except TypeError as e:
    print(e)
try:
    del a[0]
except TypeError as e:
    print(e)
b = ([],)
try:
    b[0] += [1]
except TypeError as e:
    print(e, b)
class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
    def __repr__(self): return 'T' + super().__repr__()
print(T(1, 2), T(1) + (2,), T(1, 2)[1:], type(T(1) * 2), T(1, 2) == (1, 2), len(T()))
