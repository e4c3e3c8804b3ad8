"""Bools are ints in arithmetic and bools in logic; __bool__ and __len__ decide truth."""
class Wrong:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


class Text:
    def __len__(self):
        return 'x'


class Huge:
    def __len__(self):
        return 2**70


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (True + True, True - False, True * 3, -True, True / 2, True // 2, True ** 2, True << 3)))
print(attempt(lambda: (True & False, True | False, True ^ True, True & 3, 2 | True, True ^ 1, type(True & 1))))
print(attempt(lambda: (bool('False'), bool(''), bool(' '), bool([]), bool([0]), bool(0.0), bool(None), bool())))
print(attempt(lambda: bool(Wrong())))
print(attempt(lambda: not Wrong()))
print(attempt(lambda: bool(Negative())))
print(attempt(lambda: bool(Text())))
print(attempt(lambda: bool(Huge())))
print(attempt(lambda: (bool(1, 2))))
print(attempt(lambda: bool(x=1)))
print(attempt(lambda: (str(True), repr(False), f'{True}', f'{True:5}|', f'{True!r:>6}', '%s %d' % (True, True), '%5s' % False)))
print(attempt(lambda: ([1, 0, 2].index(True), True in [1], {1: 'a'}[True], {True: 'b', 1: 'c'}, {True, 1, 1.0})))
print(attempt(lambda: (True == 1, isinstance(True, int), issubclass(bool, int), bool.__mro__)))
print(attempt(lambda: ([0, 'b', None] and 0 or 'x', 0 or [] or {}, 1 and [] and 2)))
print(attempt(lambda: (any([0, '', None]), all([]), any([]), all([1, 'x', [0]]))))
print(attempt(lambda: any(5)))
print(attempt(lambda: all(None)))
print(attempt(lambda: (int(True), float(True), complex(True), hash(True), range(True), 'ab'[True], [1, 2][False])))
print(attempt(lambda: (type('B', (bool,), {}))))
print(attempt(lambda: (True.real, True.bit_length(), True.__class__)))
