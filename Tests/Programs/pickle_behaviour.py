# pickle and copyreg: every protocol, builtin classes, classes with state, slots and arguments; what cannot be pickled.
import array
import collections
import copy
import copyreg
import datetime
import functools
import pickle
import re
import time


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f'Point({self.x!r}, {self.y!r})'


class Slots:
    __slots__ = ('x', '__y')

    def __init__(self):
        self.x, self.__y = 1, 2

    def __repr__(self):
        return f'Slots({self.x}, {self.__y})'


class Arguments:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.given = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.given[0],), {'b': self.given[1]}

    def __repr__(self):
        return f'Arguments{self.given}'


class State(Point):
    def __getstate__(self):
        return {'x': self.x}

    def __setstate__(self, state):
        self.x, self.y = state['x'], 'restored'


class Number(int):
    pass


class Items(list):
    pass


class Table(dict):
    pass


class Reduced:
    def __reduce__(self):
        return Point, (7, 8), {'y': 9}


Pair = collections.namedtuple('Pair', 'a b')
OBJECTS = [
    None, True, 1, -2**70, 1.5, 1j, 'a\xe9\u4e00\U0001f600', b'\x00\xff', (), (1, 2), [1, [2]], {'a': {1}}, frozenset({3}), bytearray(b'ab'),
    range(1, 9, 2), ..., NotImplemented, len, [].append, Point, Point(1, [2]), Slots(), Arguments(1, b=2), State(1, 2), Number(5), Items([1]),
    Table(a=1), Reduced(), Pair(1, 2), ValueError('x', 1), FileNotFoundError(2, 'no', 'f'), ImportError('m', name='n'),
    collections.deque([1, 2], 3), collections.OrderedDict(a=1), collections.defaultdict(list, {1: [2]}), collections.Counter('aab'),
    array.array('h', [1, 2]), functools.partial(int, base=2), datetime.datetime(2024, 1, 2, 3), time.gmtime(0), slice(1, 2),
    Point(1, 2).__repr__, list[int],
]
for value in OBJECTS:
    texts = set()
    for protocol in range(0, pickle.HIGHEST_PROTOCOL + 1):
        try:
            texts.add(repr(pickle.loads(pickle.dumps(value, protocol))).split(' at 0x')[0])
        except Exception as e:
            texts.add(f'{type(e).__name__}: {e}')
    print(sorted(texts))

cycle = []
cycle.append(cycle)
again = pickle.loads(pickle.dumps(cycle))
print(again[0] is again, copy.deepcopy(Slots()), copy.copy(Arguments(3, b=4)))
shared = [1]
a, b = pickle.loads(pickle.dumps((shared, shared)))
print(a is b)

for value in (x for x in []), re.compile('a').match('a'), memoryview(b''), {}.keys(), property():
    try:
        print(value.__reduce_ex__(4))
    except TypeError as e:
        print(e)
for data in b'', b'x', b'\x80\x04]', b'\x80\x04K', b'.', b'\x80\x09.':
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
copyreg.pickle(Point, lambda p: (Point, (p.x, 'registered')))
print(pickle.loads(pickle.dumps(Point(1, 2))), copy.copy(Point(1, 2)))
buffers = []
data = pickle.dumps(pickle.PickleBuffer(b'abc'), 5, buffer_callback=buffers.append)
print(bytes(pickle.loads(data, buffers=[b.raw() for b in buffers])))
