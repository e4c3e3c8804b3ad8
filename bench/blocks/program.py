"""Building blocks of programs, one function each: `program.py NAME N` runs one and prints a check value.

Every function does about N small steps. Nothing here is typed, and values pass through calls and containers, so what is
measured is the generic path: the runtime's building blocks and how generated code calls them.
"""
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x = self.x + dx
        self.y = self.y + dy

    def total(self):
        return self.x + self.y

    @property
    def sum(self):
        return self.x + self.y

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __lt__(self, other):
        return self.x < other.x


class Derived(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def total(self):
        return super().total() + self.z


class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Counter:
    made = 0

    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


class Vector:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


def attribute_get(n):
    p = Point(1, 2)
    total = 0
    for _ in range(n):
        total += p.x
        total += p.y
    return total


def attribute_set(n):
    p = Point(1, 2)
    for i in range(n):
        p.x = i
        p.y = i
    return p.x + p.y


def attribute_slots(n):
    s = Slotted(1, 2)
    for i in range(n):
        s.a = i
        s.b += s.a
    return s.b


def attribute_polymorphic(n):
    items = [Point(1, 2), Derived(1, 2, 3), Slotted2(3, 4), Point(5, 6)] * 25
    total = 0
    for _ in range(n // 100):
        for item in items:
            total += item.x
    return total


class Slotted2:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


def class_attribute(n):
    total = 0
    for _ in range(n):
        Counter.made += 1
        total += Counter.made
    return total


def method_call(n):
    p = Point(0, 0)
    for i in range(n):
        p.move(1, i)
    return p.total()


def method_inherited(n):
    d = Derived(1, 2, 3)
    total = 0
    for _ in range(n):
        total += d.total()
    return total


def method_bound(n):
    total = 0
    f = Point(3, 4).total
    for _ in range(n):
        total += f()
    return total


def property_get(n):
    p = Point(1, 2)
    total = 0
    for _ in range(n):
        total += p.sum
    return total


def instance_create(n):
    total = 0
    for i in range(n):
        p = Point(i, 1)
        total += p.y
    return total


def operator_overload(n):
    p = Point(0, 0)
    step = Point(1, 2)
    for _ in range(n):
        p = p + step
    return p.x + p.y


def compare_overload(n):
    p, q = Point(1, 2), Point(1, 3)
    total = 0
    for _ in range(n):
        if p == q or p < q:
            total += 1
    return total


def add3(a, b, c):
    return a + b + c


def with_defaults(a, b=2, c=3):
    return a + b + c


def with_star(*args, **kwargs):
    return len(args) + len(kwargs)


def call_positional(n):
    total = 0
    f = add3
    for i in range(n):
        total += f(i, 1, 2)
    return total


def call_defaults(n):
    total = 0
    f = with_defaults
    for i in range(n):
        total += f(i)
    return total


def call_keywords(n):
    total = 0
    f = with_defaults
    for i in range(n):
        total += f(i, c=1, b=5)
    return total


def call_star(n):
    total = 0
    args = (1, 2, 3)
    for _ in range(n):
        total += with_star(*args)
        total += with_star(1, k=2)
    return total


def call_closure(n):
    count = 0

    def bump(k):
        nonlocal count
        count += k
        return count

    for i in range(n):
        bump(i)
    return count


def call_lambda(n):
    f = lambda a, b: a * b
    total = 0
    for i in range(n):
        total += f(i, 2)
    return total


def call_recursive(n):
    def fib(k):
        if k < 2:
            return k
        return fib(k - 1) + fib(k - 2)

    total = 0
    for _ in range(n // 1000):
        total += fib(14)
    return total


def builtin_calls(n):
    items = [1, 2, 3]
    total = 0
    for i in range(n):
        total += len(items) + abs(-i) + min(i, 5)
    return total


def isinstance_check(n):
    items = [1, 'a', 2.5, Point(1, 2)]
    total = 0
    for i in range(n):
        if isinstance(items[i & 3], (int, Point)):
            total += 1
    return total


STEP = 3


def global_get(n):
    total = 0
    for _ in range(n):
        total += STEP
    return total


def list_append(n):
    items = []
    for i in range(n):
        items.append(i)
    return len(items)


def list_index(n):
    items = list(range(100))
    total = 0
    for i in range(n):
        total += items[i % 100]
    return total


def list_store(n):
    items = [0] * 100
    for i in range(n):
        items[i % 100] = i
    return sum(items)


def list_iterate(n):
    items = list(range(1000))
    total = 0
    for _ in range(n // 1000):
        for x in items:
            total += x
    return total


def list_comprehension(n):
    total = 0
    for _ in range(n // 1000):
        total += len([x + 1 for x in range(1000) if x & 1])
    return total


def list_slice(n):
    items = list(range(50))
    total = 0
    for i in range(n):
        total += len(items[i % 10:40])
    return total


def list_pop_insert(n):
    items = list(range(20))
    for i in range(n):
        items.append(i)
        items.pop()
        items.insert(0, i)
        items.pop(0)
    return len(items)


def list_sort(n):
    total = 0
    items = [(i * 7919) % 1009 for i in range(1000)]
    for _ in range(n // 1000):
        total += sorted(items)[5]
    return total


def list_sort_key(n):
    total = 0
    items = [((i * 7919) % 1009, i) for i in range(1000)]
    for _ in range(n // 1000):
        total += sorted(items, key=lambda t: t[0])[5][1]
    return total


def list_contains(n):
    items = [str(i) for i in range(20)]
    total = 0
    for _ in range(n):
        if '13' in items:
            total += 1
    return total


def tuple_build(n):
    total = 0
    for i in range(n):
        t = (i, i + 1, 2)
        a, b, c = t
        total += a + b + c
    return total


def tuple_swap(n):
    a, b = 1, 2
    for _ in range(n):
        a, b = b, a
    return a


def dict_get_str(n):
    d = {'alpha': 1, 'beta': 2, 'gamma': 3, 'delta': 4}
    total = 0
    for _ in range(n):
        total += d['alpha'] + d['delta']
    return total


def dict_set_str(n):
    d = {}
    keys = ['k%d' % i for i in range(100)]
    for i in range(n):
        d[keys[i % 100]] = i
    return len(d)


def dict_get_int(n):
    d = {i: i for i in range(1000)}
    total = 0
    for i in range(n):
        total += d[i % 1000]
    return total


def dict_set_int(n):
    d = {}
    for i in range(n):
        d[i & 1023] = i
    return len(d)


def dict_grow(n):
    d = {}
    for i in range(n):
        d[i] = i
    return len(d)


def dict_tuple_key(n):
    d = {}
    for i in range(n):
        d[(i & 63, 5)] = i
    return len(d)


def dict_get_method(n):
    d = {}
    for i in range(n):
        k = i & 127
        d[k] = d.get(k, 0) + 1
    return len(d)


def dict_items(n):
    d = {str(i): i for i in range(1000)}
    total = 0
    for _ in range(n // 1000):
        for k, v in d.items():
            total += v
    return total


def dict_contains(n):
    d = {'a': 1, 'b': 2}
    total = 0
    for _ in range(n):
        if 'a' in d and 'z' not in d:
            total += 1
    return total


def set_add(n):
    s = set()
    for i in range(n):
        s.add(i & 1023)
    return len(s)


def set_contains(n):
    s = set(range(1000))
    total = 0
    for i in range(n):
        if i in s:
            total += 1
    return total


def int_arithmetic(n):
    box = [1]
    for i in range(n):
        box[0] = (box[0] * 3 + i) % 1000003
    return box[0]


def int_bits(n):
    box = [1]
    for i in range(n):
        box[0] = ((box[0] << 1) ^ i) & 0xFFFF
    return box[0]


def int_divide(n):
    box = [7]
    for i in range(1, n):
        box[0] = (box[0] + i) // 3
    return box[0]


def int_big(n):
    a = 1 << 100
    total = 0
    for i in range(n):
        total = (total + a * 3) % 1000000000000000000000007
    return total


def float_arithmetic(n):
    box = [1.0]
    for i in range(n):
        box[0] = box[0] * 0.5 + i
    return box[0]


def compare_chain(n):
    box = [5, 10]
    total = 0
    for i in range(n):
        if 0 <= box[0] < box[1] and i != 3:
            total += 1
    return total


def while_loop(n):
    i = 0
    while i < n:
        i += 1
    return i


def range_iterate(n):
    items = []
    for i in range(n):
        pass
    items.append(i)
    return items


def enumerate_zip(n):
    items = list(range(1000))
    total = 0
    for _ in range(n // 1000):
        for i, (a, b) in enumerate(zip(items, items)):
            total += a + b + i
    return total


def string_concat(n):
    s = ''
    for _ in range(n):
        s += 'ab'
    return len(s)


def string_join(n):
    total = 0
    for _ in range(n // 100):
        total += len(','.join([str(i) for i in range(100)]))
    return total


def string_index(n):
    s = 'hello world, this is a test'
    total = 0
    for i in range(n):
        if s[i % 20] == 'o':
            total += 1
    return total


def string_iterate(n):
    s = 'hello world' * 100
    total = 0
    for _ in range(n // 1100):
        for c in s:
            if c == 'o':
                total += 1
    return total


def string_split(n):
    s = 'the quick brown fox jumps over the lazy dog'
    total = 0
    for _ in range(n // 9):
        total += len(s.split())
    return total


def string_format(n):
    total = 0
    for i in range(n):
        total += len(f'{i}: {i + 1} items')
    return total


def string_percent(n):
    total = 0
    for i in range(n):
        total += len('%d-%s' % (i, 'x'))
    return total


def string_methods(n):
    s = '  Hello, World  '
    total = 0
    for _ in range(n):
        total += len(s.strip().lower().replace('o', '00'))
    return total


def string_compare(n):
    a, b = 'hello' * 3, 'hello' * 3 + 'x'
    total = 0
    for _ in range(n):
        if a != b and a < b and a.startswith('hell'):
            total += 1
    return total


def string_slice(n):
    s = 'hello world, this is a test'
    total = 0
    for i in range(n):
        total += len(s[i % 10:20])
    return total


def string_find(n):
    s = 'abc' * 300 + 'needle'
    total = 0
    for _ in range(n // 100):
        total += s.find('needle')
        if 'needle' in s:
            total += 1
    return total


def int_to_str(n):
    total = 0
    for i in range(n):
        total += len(str(i))
    return total


def str_to_int(n):
    keys = [str(i * 37) for i in range(100)]
    total = 0
    for i in range(n):
        total += int(keys[i % 100])
    return total


def generator_loop(n):
    def numbers(k):
        for i in range(k):
            yield i

    total = 0
    for x in numbers(n):
        total += x
    return total


def generator_expression(n):
    total = 0
    for _ in range(n // 1000):
        total += sum(x * 2 for x in range(1000))
    return total


def generator_delegate(n):
    def inner(k):
        for i in range(k):
            yield i

    def outer(k):
        yield from inner(k)

    total = 0
    for x in outer(n):
        total += x
    return total


def iterator_class(n):
    total = 0
    for x in Counter(n):
        total += x
    return total


def getitem_class(n):
    v = Vector([1, 2, 3, 4])
    total = 0
    for i in range(n):
        total += v[i & 3] + len(v)
    return total


def exception_raise(n):
    total = 0
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError:
            total += 1
    return total


def exception_builtin(n):
    d = {}
    total = 0
    for i in range(n):
        try:
            d[i]
        except KeyError as e:
            total += 1
    return total


def thrower(x):
    if x:
        raise IndexError('deep')
    return x


def exception_call(n):
    total = 0
    for i in range(n):
        try:
            total += thrower(i & 1)
        except (KeyError, IndexError):
            total += 1
        finally:
            total += 1
    return total


def try_no_raise(n):
    box = [1]
    total = 0
    for _ in range(n):
        try:
            total += box[0]
        except ValueError:
            total = 0
    return total


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def with_statement(n):
    m = Manager()
    total = 0
    for _ in range(n):
        with m:
            total += 1
    return total


def map_filter(n):
    total = 0
    for _ in range(n // 1000):
        total += sum(map(lambda x: x + 1, filter(None, range(1000))))
    return total


def min_max_sum(n):
    items = list(range(1000))
    total = 0
    for _ in range(n // 1000):
        total += min(items) + max(items) + sum(items)
    return total


def match_statement(n):
    shapes = [('circle', 2), ('square', 3), ('rect', 2, 3), None]
    total = 0
    for i in range(n):
        match shapes[i & 3]:
            case ('circle', r):
                total += r
            case ('square', s):
                total += s
            case (_, w, h):
                total += w * h
            case _:
                total += 1
    return total


def nested_lists(n):
    size = 50
    grid = [[0] * size for _ in range(size)]
    for i in range(n):
        grid[i % size][(i * 7) % size] += 1
    return sum(map(sum, grid))


def print_items(n):
    for i in range(n):
        print(i, 'item')
    return n


def linked_list(n):
    head = None
    for i in range(n):
        head = (i, head)
    total = 0
    while head is not None:
        total += head[0]
        head = head[1]
    return total


def objects_keep(n):
    items = [Point(i, i) for i in range(n)]
    return sum([p.x for p in items])


def bytes_index(n):
    b = bytes(range(256))
    total = 0
    for i in range(n):
        total += b[i & 255]
    return total


def nothing(n):
    return n


BLOCKS = {name: value for name, value in list(globals().items()) if callable(value) and not isinstance(value, type)}

if __name__ == '__main__':
    print(BLOCKS[sys.argv[1]](int(sys.argv[2])))
