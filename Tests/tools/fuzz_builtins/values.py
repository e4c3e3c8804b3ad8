"""Values for the differential fuzzer: random numbers that are the same everywhere, and a maker for every kind of value.

The first part of the program that `fuzz_builtins.py` puts together; `cases.py` follows. Each maker gives a fresh value, so
that a case can change it; classes here misbehave on purpose.
"""
import sys

MASK = (1 << 64) - 1


class Random:
    """splitmix64: small, and the same everywhere."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return self.next() % n

    def pick(self, items):
        return items[self.next() % len(items)]

    def chance(self, percent):
        return self.next() % 100 < percent


rnd = Random(0)


# Values. Each maker gives a fresh value.

class SubInt(int):
    pass


class SubFloat(float):
    pass


class SubComplex(complex):
    pass


class SubStr(str):
    pass


class SubBytes(bytes):
    pass


class SubByteArray(bytearray):
    pass


class SubList(list):
    pass


class SubTuple(tuple):
    pass


class SubDict(dict):
    def __missing__(self, key):
        return ('missing', key)


class SubSet(set):
    pass


class SubFrozen(frozenset):
    pass


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __repr__(self):
        return 'Index(%d)' % self.n


class Plain:
    def __repr__(self):
        return 'Plain()'


class Loud:
    """Raises in everything."""

    def __repr__(self):
        return 'Loud()'

    def __eq__(self, other):
        raise ZeroDivisionError('eq')

    def __lt__(self, other):
        raise ZeroDivisionError('lt')

    def __hash__(self):
        raise ZeroDivisionError('hash')

    def __bool__(self):
        raise ZeroDivisionError('bool')

    def __index__(self):
        raise ZeroDivisionError('index')

    def __iter__(self):
        raise ZeroDivisionError('iter')

    def __len__(self):
        raise ZeroDivisionError('len')

    def __float__(self):
        raise ZeroDivisionError('float')

    def __call__(self, *args):
        raise ZeroDivisionError('call')

    def __format__(self, spec):
        raise ZeroDivisionError('format')


class Wrong:
    """Gives values of wrong types."""

    def __repr__(self):
        return 'Wrong()'

    def __index__(self):
        return 'x'

    def __iter__(self):
        return 1

    def __len__(self):
        return -1

    def __float__(self):
        return 3

    def __bool__(self):
        return 2

    def __hash__(self):
        return 'h'

    def __eq__(self, other):
        return NotImplemented

    def __int__(self):
        return 2.5

    def __complex__(self):
        return 1

    def __bytes__(self):
        return 'b'

    def __length_hint__(self):
        return -2

    def __format__(self, spec):
        return 1


class Numbers:
    """Every conversion of numbers."""

    def __repr__(self):
        return 'Numbers()'

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __complex__(self):
        return 7j

    def __trunc__(self):
        return 8

    def __round__(self, digits=None):
        return ('round', digits)

    def __floor__(self):
        return 'floor'

    def __abs__(self):
        return 'abs'

    def __divmod__(self, other):
        return ('divmod', other)

    def __rdivmod__(self, other):
        return ('rdivmod', other)

    def __pow__(self, other, modulus=None):
        return ('pow', other, modulus)

    def __rpow__(self, other):
        return ('rpow', other)

    def __radd__(self, other):
        return ('radd', other)

    def __rmul__(self, other):
        return ('rmul', other)

    def __rmod__(self, other):
        return ('rmod', other)

    def __bytes__(self):
        return b'seven'

    def __format__(self, spec):
        return 'F(%s)' % spec

    def __reversed__(self):
        return iter('rev')


class Old:
    """The old protocol of iteration."""

    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return 'Old(%d)' % self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 2

    def __len__(self):
        return self.n


class Keys:
    """Enough of a mapping for dict()."""

    def __repr__(self):
        return 'Keys()'

    def keys(self):
        return ['a', 1]

    def __getitem__(self, key):
        if isinstance(key, int) and key > 20:
            raise IndexError(key)
        return [key]


class Evil:
    """Changes the receiver of the running case whenever it is asked."""

    def __init__(self, how):
        self.how = how

    def __repr__(self):
        return 'Evil(%d)' % self.how

    def act(self):
        target = current[0]
        how = self.how % 6
        acts[0] += 1
        if acts[0] > 40:
            return
        try:
            if isinstance(target, (list, bytearray)):
                if how == 0:
                    target.clear()
                elif how == 1:
                    target.append(1)
                elif how == 2:
                    target.pop()
                elif how == 3:
                    target.extend(target[:3])
                elif how == 4:
                    del target[::2]
                else:
                    target.insert(0, 7)
            elif isinstance(target, dict):
                if how == 0:
                    target.clear()
                elif how == 1:
                    target[len(target) * 1000] = 1
                elif how == 2:
                    target.popitem()
                elif how == 3:
                    target.update({i: i for i in range(3)})
            elif isinstance(target, set):
                if how == 0:
                    target.clear()
                elif how == 1:
                    target.add(len(target) * 1000)
                elif how == 2:
                    target.pop()
                elif how == 3:
                    target.update(range(20))
        except (IndexError, KeyError, BufferError):
            pass

    def __eq__(self, other):
        self.act()
        return self.how % 2 == 0

    def __hash__(self):
        self.act()
        return self.how % 3

    def __lt__(self, other):
        self.act()
        return True

    def __index__(self):
        self.act()
        return self.how % 5

    def __len__(self):
        self.act()
        return 2

    def __iter__(self):
        self.act()
        for i in range(3):
            yield i
            self.act()

    def __bool__(self):
        self.act()
        return True

    def __call__(self, *args):
        self.act()
        return len(args)


current = [None]
counter = [0]
acts = [0]

SMALL = [0, 1, -1, 2, -2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 36, 37, 63, 64, 65, 97, 100, 127, 128, 255, 256, 257, -3, -5,
         -7, -8, -128, -129, -255, -256, 1000, 1023]
LETTERS = ['a', 'b', 'A', 'Z', ' ', '\t', '\n', '\r', '\0', '0', '9', '.', ',', '_', '-', '+', 'x', "'", '"', '\\', '{', '}', '%', '\x1c',
           '\x7f', '\x80', '\x85', '\xa0', '\xad', '\xb5', 'ß', 'é', '\xdf', 'ı', 'İ', 'ǆ', 'ǅ', 'ŉ', 'Σ', 'σ', 'ς', '\u0345', '٣', '߁', 'अ',
           '\u2028', '\u3000', '½', '²', 'Ⅷ', 'ⅷ', 'ﬃ', '\ud800', '\udfff', '\udc80', '\ue000', '\ufeff', '\uffff', '𐐀', '𐐨', '𝟘', '😀',
           '\U000e0100', '\U0010ffff', '中', '가', 'ͅ', 'ა', 'ᲐႠ', 'Ꭰ', 'ꭰ', 'ẞ', 'ʼ', '\u0301', '\u200d', 'ˣ', 'ª', '\U0001e900']
WORDS = ['', 'a', 'abc', 'Hello World', 'aaaaaaaa', ' \t x \n', 'a,b,,c', '12', '-12', '+1_000', '0x1f', '0b101', '1e5', '1.5', 'nan', '-inf',
         'utf-8', 'latin-1', 'ascii', 'utf-16', 'utf_32_le', 'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape',
         'surrogatepass', 'xmlcharrefreplace', 'nosuch', 'big', 'little', 'abcabcabcabc', 'if', 'x1', 'Ünïcödé', 'ΑΒΓ', 'ὈΔΥΣΣΕΎΣ',
         'a\nb\r\nc\rd\x0be\x85f\u2028g', 'ab' * 30, 'é' * 9, '😀😁' * 5, '\ud83d\ude00', '٣٤', '1_', '_1', '1__0', ' 7 ', '0777', '0o17', '1j', '(1+2j)',
         '1e400', '0x1p-3', '0x.8p1', 'infinity', 'deadbeef', 'de ad', 'é=1', '__class__', 'real', 'append', 'd', 's', '08.3f', '>10', '*^12', ',d', '_x',
         '#b', '+.3e', 'g', '%', 'n', 'c', '010', ' =+9.2f', 'é>5', '.0f', '.10g', 'z.1f', '{}', '{0}', '{!r:>8}', '{0.real}', '{a[1]}', '{:{}}', '{', '}', '{0[}',
         '%s', '%d', '%5.2f', '%-8s|', '%x', '%%', '%(a)s', '%c', '%r', '%#o', '%+g', '%*d', '%', '%i %s', '%a', '%.3s', '%e', '%q', '%5', '%ld', '%0+8d', '%u']


def small():
    return rnd.pick(SMALL)


def text():
    if rnd.chance(40):
        return rnd.pick(WORDS)
    if rnd.chance(10):
        return ''.join([rnd.pick(LETTERS) for _ in range(rnd.below(3))]) * rnd.below(40)
    wide = rnd.chance(60)
    return ''.join([rnd.pick(LETTERS if wide else LETTERS[:25]) for _ in range(rnd.below(9))])


def octets():
    if rnd.chance(40):
        word = rnd.pick(WORDS)
        return word.encode('utf-8', 'surrogatepass')
    return bytes([rnd.pick([0, 9, 10, 13, 32, 48, 65, 97, 98, 127, 128, 195, 169, 255, 92, 39]) for _ in range(rnd.below(9))])


def integer():
    if rnd.chance(50):
        return small()
    power = rnd.pick([7, 8, 15, 16, 29, 30, 31, 32, 52, 53, 54, 60, 61, 62, 63, 64, 65, 90, 127, 128, 200, 1023, 1024, 1100, 2000])
    n = (1 << power) + rnd.pick([-2, -1, 0, 1, 2, 12345])
    if rnd.chance(20):
        n *= rnd.next() | 1
    return -n if rnd.chance(40) else n


FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 0.1, 1e16, 1e15, 123456789.123, 1e22, 1e23, 1e100, 1e-5, 1e-4, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 3.141592653589793, 9007199254740993.0, 4611686018427387904.0, 9.223372036854776e18, 1e300, -1e-300, 0.30000000000000004,
          float('nan'), float('inf'), float('-inf'), 1e-320, 2.675, 1234.5, 100.0, 1e7, 0.00001234, 4.35]


def real():
    if rnd.chance(70):
        return rnd.pick(FLOATS)
    return (rnd.next() - (1 << 63)) / rnd.pick([1.0, 3.0, 1e10, 1e19, 1e30])


def imaginary():
    return complex(real(), real())


def any_slice():
    return slice(*[rnd.pick([None, small(), small(), integer()]) for _ in range(1 + rnd.below(3))])


def scalar():
    """Hashable, with an order of sets that does not depend on hashes of text or on addresses (nan)."""
    value = rnd.pick(SCALARS)()
    return value if value == value else 0


SCALARS = [small, small, small, integer, real, lambda: None, lambda: True, lambda: False]


def element():
    return rnd.pick(ELEMENTS)()


def items(limit=6):
    how = rnd.below(4)
    n = rnd.below(limit)
    if how == 0:
        return [small() for _ in range(n)]
    if how == 1:
        return [text() for _ in range(n)]
    if how == 2:
        return [real() for _ in range(n)]
    return [element() for _ in range(n)]


def a_list():
    if rnd.chance(5):
        loop = [1]
        loop.append(loop)
        return loop
    return items(rnd.pick([6, 6, 40]))


def a_dict():
    if rnd.chance(5):
        loop = {}
        loop[1] = loop
        return loop
    n = rnd.below(7)
    return {(text() if rnd.chance(60) else scalar()): element() for _ in range(n)}


def pairs():
    return [(text(), element()) for _ in range(rnd.below(4))]


def a_set():
    return {small() if rnd.chance(80) else scalar() for _ in range(rnd.below(rnd.pick([5, 30])))}


def a_range():
    if rnd.chance(70):
        return range(*[small() for _ in range(1 + rnd.below(2))])
    start, stop = integer(), integer()
    step = max(abs(stop - start) // (1 + rnd.below(300)), 1) + rnd.below(3)
    return range(start, stop, step if stop > start or rnd.chance(10) else -step)


def limited_range():
    return range(small(), small(), rnd.pick([1, -1, 2, 3, -7]))


def function():
    return rnd.pick([len, str, int, repr, abs, ord, None, lambda x: x, lambda *a: a, lambda: counter[0], lambda x, y: (y, x), lambda x: 1 / x, list,
                     lambda x: -x, bool, str.upper, type, Loud(), Evil(rnd.below(9))])


def exception():
    return rnd.pick([ValueError('v'), KeyError('k'), KeyError(1, 2), OSError(2, 'No such file'), OSError(1, 'a', 'b'), StopIteration(5),
                     UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'bad'), ExceptionGroup('g', [ValueError(1), TypeError('t')]), SystemExit(3),
                     ImportError('i', name='n'), SyntaxError('s', ('f', 1, 2, 'text')), AttributeError('a'), BaseException()])


def a_type():
    return rnd.pick([int, str, list, dict, float, bool, object, type, bytes, ValueError, SubInt, Plain, tuple, complex, Exception, int | str, list[int],
                     (int, str), range, set])


class Holder:
    pass


def view():
    kind = rnd.below(5)
    data = octets()
    if kind == 0:
        return memoryview(bytearray(data))
    if kind == 1:
        return memoryview(data)[::rnd.pick([1, 2, -1, 3])]
    if kind == 2:
        return memoryview(bytes(16)).cast(rnd.pick(['B', 'b', 'H', 'i', 'q', 'd', 'f', 'c', '?', 'I', 'L']))
    if kind == 3:
        return memoryview(bytearray(range(12))).cast('B', rnd.pick([[3, 4], [2, 3, 2], [12], [1, 12]]))
    return memoryview(data)


def dict_view():
    d = {scalar(): small() for _ in range(rnd.below(5))}
    return rnd.pick([d.keys, d.values, d.items])()


def iterator():
    return rnd.pick([lambda: iter(a_list()), lambda: iter(tuple(items())), lambda: iter(text()), lambda: iter(octets()), lambda: iter(bytearray(octets())),
                     lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2}.items()), lambda: iter({5: 6}.values()), lambda: iter(limited_range()),
                     lambda: iter(range(2 ** 70, 2 ** 70 + 5)), lambda: reversed(a_list()), lambda: reversed((1, 2)), lambda: reversed({1: 2, 3: 4}),
                     lambda: enumerate(items()), lambda: zip(items(), text()), lambda: map(rnd.pick([repr, len, abs]), items()),
                     lambda: filter(None, items()), lambda: iter(Old(4)), lambda: reversed(Old(4)), lambda: iter(lambda: bump(), 3),
                     lambda: (x for x in items()), lambda: iter({1, 2}), lambda: reversed(limited_range())])()


def bump():
    counter[0] += 1
    if counter[0] > 50:
        raise IndexError('too far')
    return counter[0]


MAKERS = {
    'int': integer, 'bool': lambda: rnd.chance(50), 'float': real, 'complex': imaginary, 'str': text, 'bytes': octets, 'bytearray': lambda: bytearray(octets()),
    'list': a_list, 'tuple': lambda: tuple(items()), 'dict': a_dict, 'set': a_set, 'frozenset': lambda: frozenset(a_set()), 'range': a_range,
    'slice': any_slice, 'NoneType': lambda: None, 'memoryview': view, 'exception': exception, 'type': a_type, 'view': dict_view, 'iterator': iterator,
    'object': lambda: rnd.pick([Plain, Numbers, Wrong, Loud, object, Keys])(), 'ellipsis': lambda: ..., 'function': function,
    'NotImplementedType': lambda: NotImplemented,
    'SubInt': lambda: SubInt(small()), 'SubFloat': lambda: SubFloat(real()), 'SubStr': lambda: SubStr(text()), 'SubBytes': lambda: SubBytes(octets()),
    'SubByteArray': lambda: SubByteArray(octets()), 'SubList': lambda: SubList(items()), 'SubTuple': lambda: SubTuple(items()),
    'SubDict': lambda: SubDict(pairs()), 'SubSet': lambda: SubSet(a_set()), 'SubFrozen': lambda: SubFrozen(a_set()),
    'SubComplex': lambda: SubComplex(imaginary()), 'mappingproxy': lambda: type.__dict__['__dict__'].__get__(Holder) and proxy_of(),
    'alias': lambda: rnd.pick([list[int], dict[str, int], int | None, int | str, tuple[int, ...]]),
}


def proxy_of():
    class Made:
        a = 1
        b = 'two'
    return Made.__dict__


ELEMENTS = [small, small, integer, real, text, text, octets, lambda: None, lambda: True, imaginary, lambda: [1, 2], lambda: (1, 'a'), lambda: {}, lambda: bytearray(b'ab'),
            lambda: SubInt(3), lambda: SubStr('sub'), lambda: Index(2), Plain, Numbers, lambda: Evil(rnd.below(9)), lambda: ()]
ODD = ELEMENTS + [Loud, Wrong, a_set, a_range, any_slice, function, exception, a_type, lambda: Old(3), Keys, lambda: ..., view, dict_view, iterator,
                  lambda: NotImplemented, lambda: memoryview(b'abc'), lambda: frozenset([1]), a_dict]
