# any, all, sum, sorted of generators that stop early.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


def noisy(*values):
    for v in values:
        print('<%s>' % (v,), end=' ')
        yield v
print(any(noisy(0, 1, 2)), all(noisy(1, 0, 2)), any(()), all(()), sum(noisy(1, 2)), sum([[1], [2]], []), sum(((1,), (2,)), ()), 2 in noisy(1, 2, 3), any(x > 2 for x in range(10 ** 9)))
for f in (lambda: any(5), lambda: all(None), lambda: sum(5), lambda: sum(['a']), lambda: sum([[1]]), lambda: any([1], [2]), lambda: sum(), lambda: any(1 / x for x in (0, 1))):
    t(f)
