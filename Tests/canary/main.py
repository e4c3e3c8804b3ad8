# The canary: CPython's own library modules unchanged, dynamic code, wrong annotations, overflow. If this program is
# right at every level, the compiler's main promises hold together.
import bisect
import colorsys
import heapq
from _collections_abc import Callable, Hashable, Iterable, Mapping, MutableSequence, Sequence, Set, Sized

import numbers_local
import shapes_local
from shapes_local import Circle, Polygon, Shape


def section(title):
    print('==', title)


def heaps():
    section('heapq')
    heap = []
    for n in (5, 1, 8, 3, 9, 2, 7):
        heapq.heappush(heap, n)
    print(heap, heapq.heappop(heap), heap)
    print(heapq.heappushpop(heap, 4), heapq.heapreplace(heap, 0), heap)
    print(heapq.nlargest(3, [4, 1, 7, 3, 8, 5]), heapq.nsmallest(2, 'heapq module', key=lambda c: -ord(c)))
    print(heapq.nlargest(2, [('a', 3), ('b', 9), ('c', 5)], key=lambda p: p[1]), heapq.nsmallest(1, [3, 1]), heapq.nlargest(9, [1, 2]))
    print(list(heapq.merge([1, 4, 9], [2, 3, 10], [5])), list(heapq.merge('ad', 'bc', reverse=False)))
    print(list(heapq.merge([9, 4], [8, 1], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb'], key=len)))
    big = [2**64 - n * 3 for n in range(6)]
    heapq.heapify(big)
    print([heapq.heappop(big) for _ in range(6)])
    tasks = []
    for order, (priority, name) in enumerate([(2, 'write'), (1, 'plan'), (2, 'test'), (0, 'think')]):
        heapq.heappush(tasks, (priority, order, name))
    print([heapq.heappop(tasks)[2] for _ in range(len(tasks))])
    try:
        heapq.heappop([])
    except IndexError as error:
        print(type(error).__name__)     # the text differs between heapq.py and its C twin
    try:
        heapq.heapify([1, 'a', 2])
    except TypeError as error:
        print(error)


def bisection():
    section('bisect')
    values = [1, 3, 3, 5, 9]
    print([bisect.bisect_left(values, n) for n in (0, 3, 4, 10)], [bisect.bisect(values, n) for n in (0, 3, 4, 10)])
    bisect.insort(values, 4)
    bisect.insort_left(values, 3)
    bisect.insort(values, 2.5)
    print(values, bisect.bisect_right(values, 3, 0, 3))
    words = ['kiwi', 'apple', 'banana']
    words.sort(key=len)
    bisect.insort(words, 'figs!', key=len)
    print(words, bisect.bisect_left(words, 5, key=len))
    print(''.join('FDCBA'[bisect.bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90, 100)))
    try:
        bisect.bisect_left([1, 2], 1, lo=-1)
    except ValueError as error:
        print(error)


def colours():
    section('colorsys')
    for rgb in ((1.0, 0.0, 0.0), (0.2, 0.4, 0.6), (0.5, 0.5, 0.5), (0.0, 0.0, 0.0), (0.9, 0.1, 0.7), (0.25, 1.0, 0.125)):
        hls, hsv, yiq = colorsys.rgb_to_hls(*rgb), colorsys.rgb_to_hsv(*rgb), colorsys.rgb_to_yiq(*rgb)
        print(rgb, hls, hsv, yiq)
        print(colorsys.hls_to_rgb(*hls), colorsys.hsv_to_rgb(*hsv), colorsys.yiq_to_rgb(*yiq))
    print(colorsys.ONE_THIRD, colorsys.hsv_to_rgb(0, 0, 0.5), [colorsys.hsv_to_rgb(h / 6, 1, 1) for h in range(6)])


class Frozen(Mapping):
    """A read-only mapping over pairs."""
    def __init__(self, *pairs):
        self.pairs = pairs

    def __getitem__(self, key):
        for k, v in self.pairs:
            if k == key:
                return v
        raise KeyError(key)

    def __iter__(self):
        return (k for k, _ in self.pairs)

    def __len__(self):
        return len(self.pairs)


class Digits(Sequence):
    """The decimal digits of a number."""
    def __init__(self, number):
        self.text = str(number)

    def __getitem__(self, i):
        return int(self.text[i])

    def __len__(self):
        return len(self.text)


class Recorded(MutableSequence):
    """A list that records what is done to it."""
    def __init__(self):
        self.items, self.log = [], []

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.log.append(('set', i, value))
        self.items[i] = value

    def __delitem__(self, i):
        self.log.append(('del', i))
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, value):
        self.log.append(('insert', i, value))
        self.items.insert(i, value)


class Bits(Set):
    """A set of small ints in one int."""
    def __init__(self, members=()):
        self.mask = 0
        for m in members:
            self.mask |= 1 << m

    def __contains__(self, n):
        return isinstance(n, int) and n >= 0 and self.mask >> n & 1 == 1

    def __iter__(self):
        n, rest = 0, self.mask
        while rest:
            if rest & 1:
                yield n
            n, rest = n + 1, rest >> 1

    def __len__(self):
        return self.mask.bit_count()


def abstract_classes():
    section('abstract base classes')
    f = Frozen(('a', 1), ('b', 2))
    print(list(f), len(f), f['a'], f.get('z'), f.get('z', 0), 'b' in f, 'q' in f, list(f.keys()), list(f.values()), list(f.items()))
    print(f == {'a': 1, 'b': 2}, f == {'a': 1}, f != Frozen(('a', 1)), 'a' in f.keys(), ('b', 2) in f.items(), 2 in f.values())
    print(sorted(f.keys() & {'a', 'z'}), sorted(f.keys() | {'z'}), f.keys() <= {'a', 'b', 'c'}, dict(f), {**f})
    d = Digits(2**70)
    print(list(d), list(reversed(d)), d.index(0), d.count(1), 7 in d, max(d), d[-1], sorted(d)[:3])
    r = Recorded()
    r.append(1)
    r.extend([2, 3, 4])
    r += (5,)
    r.reverse()
    print(r.items, r.pop(), r.pop(0), r.items)
    r.remove(3)
    r[0] = 'x'
    r.clear()
    print(r.items, len(r.log), r.log[-4:])
    a, b = Bits([1, 5, 70]), Bits([5, 6])
    print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, Bits([5]) < a, a == Bits([70, 5, 1]), a.isdisjoint(b), 70 in a)
    print([isinstance(x, Sized) for x in (f, [], 5, a)], [isinstance(x, Iterable) for x in (d, 'a', 5, iter([]))])
    print([isinstance(x, Mapping) for x in (f, {}, [])], [isinstance(x, Sequence) for x in (d, [], (), 'a', range(1), {})])
    print([isinstance(x, Hashable) for x in (1, 'a', [], (), {})], [isinstance(x, Callable) for x in (print, 5, heaps, Frozen)])
    print(issubclass(Frozen, Mapping), issubclass(dict, Mapping), issubclass(Digits, Sized), issubclass(int, Sequence))

    class Incomplete(Mapping):
        def __len__(self):
            return 0

    try:
        Incomplete()
    except TypeError as error:
        print(error)

    class Sizeable:
        def __len__(self):
            return 3

    print(isinstance(Sizeable(), Sized))
    Sequence.register(Sizeable)
    print(isinstance(Sizeable(), Sequence), issubclass(Sizeable, Sequence))


def dynamic():
    section('dynamic')
    shapes = [Circle(2), Polygon(3, 4), Circle(0.5)]

    def total(times):
        result = 0
        for _ in range(times):
            for shape in shapes:
                result += shape.weight()
        return result

    print(total(2000))
    before = Shape.weight
    Shape.weight = lambda self: self.size * 1000
    print(total(2000))
    Polygon.weight = lambda self: 'text'
    try:
        total(1)
    except TypeError as error:
        print(error)
    del Polygon.weight
    Shape.weight = before
    shapes[0].size = 2**62
    print(total(3))
    setattr(Circle, 'we' + 'ight', lambda self: -self.size)
    for shape in shapes:
        shape.size = 2**61
    del Circle.weight
    print(total(2))
    print(total(1), shapes_local.describe(shapes))
    shapes_local.LABEL = 'renamed'
    print(shapes_local.describe(shapes[1:]))


def annotations():
    section('annotations')
    print(numbers_local.mean([1, 2, 3]), numbers_local.mean((0.5, 2**80)))
    print(numbers_local.scale(3, 4), numbers_local.scale('ab', 3), numbers_local.scale([0], 2), numbers_local.scale(1.5, True))
    print(numbers_local.join(1, 2), numbers_local.join('1', '2'), numbers_local.join([1], [2]), numbers_local.join(2**63, 2**63))
    try:
        numbers_local.scale(None, 2)
    except TypeError as error:
        print(error)


def overflow():
    section('overflow')
    print(numbers_local.count_up(2**63 - 4, 8))
    print(numbers_local.triangle(200), numbers_local.product(25), numbers_local.tribonacci(24), numbers_local.doubling(70))
    print(numbers_local.collatz_peak(27), numbers_local.hash_text('overflow ' * 5))


def mixed():
    section('mixed list')
    values = [1, 2, 3, 4, 5, 6]
    sums = []
    for i in range(len(values)):
        if i == 3:
            values[4] = 'five'
        if i == 4:
            values.append(2.5)
        total = 0
        text = ''
        for v in values:
            if isinstance(v, str):
                text += v
            else:
                total += v
        sums.append((total, text))
    print(values, sums)
    values[0] = 2**65
    values[1] = None
    print([type(v).__name__ for v in values], sorted((v for v in values if isinstance(v, (int, float))), reverse=True))


for part in (heaps, bisection, colours, abstract_classes, dynamic, annotations, overflow, mixed):
    part()
print('end', __name__, heapq.__name__)
