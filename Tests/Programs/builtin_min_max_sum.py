# min, max, sum, any, all, abs, divmod, pow with their options and errors.
print(min(3, 1, 2), max([4, 9, 2]), min('hello'), max(1, 2.5, True), min([[2], [1, 5]]), max('a', 'B', key=str.lower), min([], default='none'))
print(max(range(5), key=lambda x: -(x - 2) ** 2), min(['bb', 'a', 'cc'], key=len), max([(1, 'a'), (1, 'b')]), max({'x': 1, 'y': 2}), min(1, 1.0), max(1.0, 1))
print(sum([1, 2, 3]), sum([], 5), sum([0.5, 1]), sum([[1], [2]], []), sum(x for x in range(4)), sum([True, True]), sum([1], start=10), sum([2**62] * 4))
print(any([]), all([]), any([0, '', 3]), all([1, 'a', 0]), any(x > 2 for x in range(5)), all(x for x in (1, 2)))
print(abs(-5), abs(5.5), abs(-2**64), abs(True), divmod(7, -2), divmod(-7.5, 2), pow(2, 5), pow(2.0, -1), pow(3, 4, 5), pow(0, 0))
calls = []
def check(x):
    calls.append(x)
    return x
print(any(check(x) for x in [0, 1, 2]), all(check(x) for x in [1, 0, 2]), calls)
for f in (lambda: min([]), lambda: max(), lambda: max(5), lambda: sum('ab', ''), lambda: sum(5), lambda: min(1, 'a'), lambda: max([], key=len), lambda: max(1, 2, default=3),
          lambda: pow(2.0, 3, 5), lambda: divmod('a', 1), lambda: abs(None), lambda: sum([1, None]), lambda: any(5)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
