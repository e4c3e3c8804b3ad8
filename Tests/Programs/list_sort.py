# sort and sorted: key, reverse, stability, mixed numbers, errors, in-place.
people = [('bob', 30), ('al', 25), ('cy', 30), ('di', 25), ('ed', 41)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0])))
a = [5, 2.5, True, -3, 2**70, 0, -2**70, 1e10]
a.sort()
print(a, sorted(a, key=abs), sorted(a, reverse=True))
print(sorted('hello world'), sorted({'b': 1, 'a': 2}), sorted([[2], [1, 5], []]), sorted([(1, 'b'), (1, 'a')]), [].sort())
words = ['banana', 'Fig', 'apple', 'cherry', 'date']
words.sort(key=str.lower)
print(words, sorted(words, key=len), sorted(words, key=lambda w: w[-1]))
n = [(i * 7919) % 1009 for i in range(300)]
m = sorted(n)
print(m == sorted(m), m[:5], m[-5:], sum(m) == sum(n), sorted(n, reverse=True) == m[::-1])
for f in (lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted([{}, {}]), lambda: sorted(5), lambda: [1].sort(3), lambda: sorted([1, 2], key=5)):
    try:
        f()
    except TypeError as e:
        print(e)
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
    def __repr__(self): return f'K{self.v}'
print(sorted([K(1), K(3), K(2)]), min([K(1), K(3)]), sorted([K(1), K(2)], reverse=True))
def grow(x):
    bad.append(x)
    return x
bad = [3, 2, 1]
try:
    bad.sort(key=grow)
except ValueError as e:
    print(e)
