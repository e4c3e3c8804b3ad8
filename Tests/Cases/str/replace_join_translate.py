"""replace with counts, empty needles; join of any iterable; translate and maketrans."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ('abab'.replace('ab', 'x'), 'abab'.replace('ab', 'x', 1), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('', 'x', 0), 'aaa'.replace('aa', 'b'))))
print(attempt(lambda: ('abc'.replace('b', ''), 'é中'.replace('é', 'e'), 'abc'.replace('b', '中'), 'a'.replace('a', 'b', -1), 'aa'.replace('a', 'b', count=1), 'abc'.replace('x', 'y'))))
print(attempt(lambda: 'a'.replace('a')))
print(attempt(lambda: ('a'.replace(1, 'b'))))
print(attempt(lambda: ('a'.replace('a', None))))
print(attempt(lambda: ('a'.replace('a', 'b', 'c'))))
print(attempt(lambda: (', '.join(['a', 'b']), ''.join(()), '-'.join('abc'), ','.join({'x': 1, 'y': 2}), 'é'.join(['a', '中']), ','.join(str(i) for i in range(3)), ','.join(['a']))))
print(attempt(lambda: (','.join(['a', 1]))))
print(attempt(lambda: ','.join([b'a'])))
print(attempt(lambda: ','.join(5)))
print(attempt(lambda: (','.join(['a', None, 'b']))))
print(attempt(lambda: ','.join()))
print(attempt(lambda: ('abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate({}), 'a中'.translate({0x4e2d: 'zh'}), 'ab'.translate(['x'] * 98))))
print(attempt(lambda: ('abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 'b', 1: 2}), str.maketrans('a', 'b'), str.maketrans('', '', 'xy'))))
print(attempt(lambda: (str.maketrans('ab', 'x'))))
print(attempt(lambda: str.maketrans('a')))
print(attempt(lambda: str.maketrans({'ab': 1})))
print(attempt(lambda: str.maketrans({1.5: 1})))
print(attempt(lambda: (str.maketrans('a', 1))))
print(attempt(lambda: 'a'.translate({97: 1.5})))
print(attempt(lambda: 'a'.translate({97: -1})))
print(attempt(lambda: 'a'.translate({97: 0x110000})))
print(attempt(lambda: 'a'.translate(5)))
print(attempt(lambda: 'ab'.translate('xy')))
