# Iteration order of sets of ints is CPython's.
print({3, 1, 2}, {10, 5, 0}, set(range(10, 0, -1)), {100, 1, 50, 25}, {-1, -2, -3, 0, 1}, {8, 16, 24, 32, 1}, {7, 15, 23})
s = set()
for i in (33, 1, 65, 9, 17, 41):
    s.add(i)
    print(s)
for i in range(0, 200, 7):
    s.add(i)
print(list(s))
for i in range(0, 150, 14):
    s.discard(i)
print(list(s))
s.add(1000003)
s.add(2**40)
s.add(-5)
print(list(s), s.pop(), s.pop())
print({2.5, 1, 3.0, True}, set([5, 3, 5, 1]), {1, 2, 3} | {100, 50}, {i * i for i in range(12)}, frozenset(range(5, 25, 6)))
print(set(range(20)) - set(range(0, 20, 3)), {40, 8, 72} & {72, 8, 40, 1}, {2**61, 2**62, 2**63, 1})
