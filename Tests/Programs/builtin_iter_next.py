# iter and next: defaults, exhausted iterators stay exhausted, iterators of each container.
for c in ([1, 2], (1, 2), 'ab', {1: 'a', 2: 'b'}, {5}, range(2), b'ab', {1: 2}.items(), {1: 2}.values(), enumerate('a'), zip('a')):
    it = iter(c)
    print(type(it).__name__, next(it), iter(it) is it, list(it), next(it, 'end'), list(it))
a = [1, 2, 3]
it = iter(a)
next(it)
print(it.__length_hint__(), list(it), a)
a.append(4)
print(list(it))
b = iter([1, 2, 3, 4])
print(list(zip(b, b)), 3 in iter([1, 2, 3]))
c = iter('abcdef')
print('c' in c, list(c))
for f in (lambda: next(5), lambda: iter(5), lambda: next(), lambda: iter([], 1)):
    try:
        f()
    except TypeError as e:
        print(e)
def steps():
    for x in iter([1, 2, 3]):
        yield x
print(max(iter([3, 9, 2])), sorted(iter('cab')), tuple(iter({})), [*iter((1, 2))])
