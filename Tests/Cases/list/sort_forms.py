# sort and sorted: keys, reverse, stability, errors inside, and a list that changes while it is sorted.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


words = ['b', 'A', 'a', 'B', 'c']
print(sorted(words), sorted(words, key=str.lower), sorted(words, reverse=True), sorted(words, key=str.lower, reverse=True), sorted([3, 1.5, True, 2]), sorted({'b': 1, 'a': 2}), sorted('hello'), sorted(()), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 5], []]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
for f in (lambda: sorted([1, 'a']), lambda: sorted([1, None]), lambda: sorted(5), lambda: sorted([1], key=5), lambda: sorted([1, 2], lambda x: x), lambda: sorted([1j, 2j]), lambda: [].sort(5), lambda: sorted([1, 2], key=lambda x: 1 / 0), lambda: sorted([{}, {}]), lambda: sorted([1], reverse='x'), lambda: sorted([2, 1], reverse=None)):
    t(f)
a = [3, 1, 2]
def bad(x):
    a.append(1)
    return x
t(lambda: a.sort(key=bad))
b = [3, 2, 1]
def fail(x):
    if x == 2: raise KeyError(x)
    return x
t(lambda: b.sort(key=fail))
print(b, a)
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, other): return self.v < other.v
    def __repr__(self): return 'C%s' % self.v
print(sorted([C(3), C(1), C(2)]), max([C(1), C(5)], key=lambda c: c.v))
