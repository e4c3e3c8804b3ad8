"""Special methods called by name: counts, keywords, wrong receivers; divmod by both slots; __setstate__ of iterators."""


def tried(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


print(tried([].__mul__), tried([].__mul__, 'x'), tried((1,).__rmul__, 2), tried('a'.__add__), tried([].__setitem__, 1))
print(tried({}.__contains__), tried({}.__getitem__, 1, 2), tried(dict.__contains__), tried(dict.__getitem__, [], 1))
print(tried({}.__contains__, a=1), tried(int.__add__, 1, 2, 3), tried((5).__pow__), tried((5).__rpow__, 2, 7), tried(object().__setattr__, 'a'))
print((7).__divmod__(2), (7).__rdivmod__(20), (7).__divmod__('x'), (7.5).__divmod__(2), True.__divmod__(1), tried((7).__divmod__))


class Ours(int):
    def __rdivmod__(self, other):
        return 'ours', other

    def __divmod__(self, other):
        return NotImplemented


print(divmod(7, Ours(2)), tried(divmod, Ours(7), 'x'), divmod(7, 2.0), divmod(True, 2), tried(divmod, 1j, 2))
for it, at in (iter([1, 2, 3]), 1), (iter((1, 2, 3)), 9), (iter('abé'), 2), (iter(b'abc'), -1), (iter(range(5)), 3), (reversed([1, 2, 3]), 0):
    it.__setstate__(at)
    print(list(it), end=' ')
print(tried(iter([]).__setstate__, 'x'), type(iter('é')), type(iter('e')))
print({1: 2}.keys().mapping, (1, 2).__getnewargs__(), object().__getstate__(), tried(iter, 5))
e = ValueError('x')
e.add_note('one')
print(vars(e), '__notes__' in dir(ValueError), '__notes__' in dir(e), tried(e.__setstate__, 5), e.__setstate__({'a': 1}), e.a)
print(tried(sorted, [1], 2), tried([3, 1].sort, 1), tried('a'.split, 'b', 1, 2), tried('a'.splitlines, True, keepends=1), tried(b'a'.hex, 5))
print(tried(pow, 2, mod=5), tried(pow, 2, 3, base=4), tried(round, 1, 2, 3), tried(max), tried(max, key=1), tried(type, 1, a=2))
print([*map(lambda s: s.__class__.__name__, [int.real, int.__add__])], {frozenset([1])} == {frozenset({1})})


class Sub(set):
    pass


print(Sub({1}) in {frozenset({1})}, bytearray(b'abcd')[::2], tried(bytearray(b'a').__iadd__, 5), tried(b'%s'.__mod__, 5), b'a b'.partition(b'x'))
x = bytearray(b'abcdef')
x[::2] = b''
print(x, tried(lambda: x.__setitem__(slice(0, 1), 5)), tried(bytearray, -1), tried(bytes, 2 ** 70), tried(b'a'.center, 5, b'ab'))
