# zip, map, filter, enumerate, reversed: strict, several arguments, errors on the way.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3])), list(zip('ab', [1, 2], strict=True)), list(map(max, [1, 5], [3, 2])), list(map(str, ())), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x % 2, range(6))), list(enumerate('ab', -1)), list(enumerate('a', start=2 ** 64)), list(reversed((1, 2))))
for f in (lambda: list(zip('ab', 'a', strict=True)), lambda: list(zip('a', 'ab', strict=True)), lambda: list(zip('ab', 'ab', 'a', strict=True)), lambda: zip(5), lambda: zip('a', 5), lambda: map(str), lambda: map(), lambda: list(map(5, 'a')), lambda: filter(None), lambda: list(filter(5, 'a')), lambda: enumerate(), lambda: enumerate(5), lambda: enumerate('a', 'b'), lambda: list(map(lambda x, y: x, 'ab')), lambda: zip('a', stric=1)):
    t(f)
m = map(lambda x: 1 // x, [1, 0, 2])
print(next(m)); t(next, m); print(next(m)); t(next, m)
z = zip(iter([1, 2, 3]), iter([1]))
print(next(z)); t(next, z)
