# Slice assignment and deletion: every step, growing, shrinking, itself, errors.
def fresh(): return list(range(10))
def do(f):
    a = fresh()
    try:
        f(a)
        print(a)
    except Exception as e:
        print(type(e).__name__, e, a)
def s(a, *args): return slice(*args)
for sl, value in ((slice(2, 4), 'xyz'), (slice(2, 2), [1, 2]), (slice(None), []), (slice(8, 2), 'q'), (slice(-3, None), ()), (slice(0, 10, 2), 'abcde'), (slice(None, None, -1), range(10)), (slice(9, 0, -3), 'abc'), (slice(100, 200), 'z'),
                  (slice(0, 10, 2), 'ab'), (slice(None, None, -1), 'ab'), (slice(1, 3), 5), (slice(0, 4, 0), ''), (slice('a', 3), ''), (slice(5, 5, 2), 'x'), (slice(5, 5, 2), '')):
    do(lambda a: a.__setitem__(sl, value))
    do(lambda a: a.__delitem__(sl))
do(lambda a: a.__setitem__(slice(2, 4), a))
do(lambda a: a.__setitem__(slice(None, None, 2), a[:5]))
do(lambda a: a.__setitem__(slice(3, 3), (x for x in 'gen')))
