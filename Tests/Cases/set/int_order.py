# Sets of ints iterate in the order of CPython's table.
for values in ([3, 1, 2], [10, 2, 33, 8, 1], [100, 5, 64, 32, 0], [-1, -2, 7], range(20, 0, -3), [2 ** 40, 1, 2 ** 41], [1.0, 2, 3.5 if False else 3]):
    s = set(values)
    print(list(s), s, list(frozenset(values)))
s = set(range(10))
for x in (3, 7, 1): s.discard(x)
s.add(20); s.add(3)
print(s, s | {15}, s - {20}, set(list(s)[::-1]))
