# zip, enumerate, map, filter, reversed, iter with sentinel.
print(list(zip('abc', range(5), [True] * 3)), list(zip()), list(zip('ab')), dict(zip('ab', (1, 2))), list(zip(*[(1, 'a'), (2, 'b')])))
print(list(enumerate('ab')), list(enumerate('ab', 10)), list(enumerate([], 5)), list(enumerate('x', start=2**63)))
print(list(map(str, range(3))), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [5, 2])))
print(list(filter(None, [0, 1, '', 'a', [], [0]])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isalpha, 'a1b')))
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({'a': 1, 'b': 2})))
n = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(n), 0)), list(n))
z = zip([1, 2], [3])
print(next(z), next(z, 'end'), type(z).__name__, type(map(str, [])).__name__, iter(z) is z)
def noisy(name, k):
    for i in range(k):
        print('pull', name, i)
        yield i
print(list(zip(noisy('a', 2), noisy('b', 1))))
for f in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip('ab', 'a', strict=True)), lambda: zip(5), lambda: map(str), lambda: enumerate(5),
          lambda: reversed({1}), lambda: list(map(lambda: 1, [1])), lambda: reversed(5), lambda: filter(None, 5)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
