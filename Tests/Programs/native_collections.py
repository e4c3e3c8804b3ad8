from _collections import deque, defaultdict, OrderedDict, _tuplegetter, _count_elements


def t(label, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(label, "!!", type(error).__name__, error)
    else:
        print(label, repr(result))


d = deque([1, 2, 3])
t("pop", deque().pop)
t("popleft", deque().popleft)
for i in [0, -1, 2, 3, -4, "a", 2**70, True]:
    t("item", lambda: d[i])
t("remove", d.remove, 9)
t("index", d.index, 9)
t("index", d.index, 2)
t("index", d.index, 1, 2, 3)
t("index", d.index, 3, -1)
t("index", d.index)
t("new", deque, [1], -1)
t("new", deque, [1], "a")
t("new", deque, [1], 2, 3)
t("new", deque, [1], foo=1)
t("new", deque, maxlen=2)
t("new", deque, range(10), maxlen=3)
t("new", deque, 5)
t("insert", deque([1, 2], 2).insert, 0, 3)
t("insert", d.insert, "a", 1)
t("insert", d.insert, 1)
t("add", lambda: d + [1])
t("add", lambda: d + deque("x"))
t("mul", lambda: d * "a")
for n in [-1, 0, 1, 2, 5]:
    t("mul", lambda: d * n)
    t("rmul", lambda: n * d)
    t("mulmax", lambda: deque([1, 2, 3], 4) * n)
    t("mulmax", lambda: deque([1, 2, 3], 3) * n)
t("rotate", d.rotate, "a")
t("rotate", d.rotate, 1, 2)
for other in [[1], deque([2]), deque([1, 2, 3]), deque([1, 2]), deque([1, 2, 3, 0])]:
    t("lt", lambda: d < other)
    t("le", lambda: d <= other)
    t("eq", lambda: d == other)
    t("ne", lambda: d != other)
    t("gt", lambda: d > other)
t("append", d.append)
t("count", d.count)
t("count", deque([1, 2, 1, True]).count, 1)
t("setitem", d.__setitem__, 7, 1)
t("delitem", d.__delitem__, 7)
t("hash", hash, d)
t("maxlen", setattr, d, "maxlen", 3)
t("attr", getattr, d, "foo")
t("attr", setattr, d, "foo", 1)
print(iter(d).__length_hint__(), type(iter(d)), type(reversed(d)), list(reversed(d)))
print(d.maxlen, deque([], 5).maxlen, len(d), bool(d), bool(deque()))
e = deque()
for i in range(20):
    e.append(i)
    e.appendleft(-i)
for n in [1, -3, 7, 40, -41, 0, 100]:
    e.rotate(n)
    print(list(e)[:8], e[0], e[-1])
e.insert(3, "x")
e.insert(-3, "y")
e.insert(100, "end")
e.insert(-100, "start")
print(e)
del e[3], e[-4]
e[0], e[-1] = "S", "E"
e.remove(5)
e.reverse()
print(e, 5 in e, -5 in e)
e.clear()
e.extend("abc")
e.extendleft("xyz")
e.extend(e)
e.extendleft(e)
print(e)
f = e.copy()
f += "!"
f *= 2
print(len(f), f[-1], e == f, e is not f)
m = deque(range(5), 3)
m.append(9)
m.appendleft(8)
m.extend([6, 7])
print(m, m.copy(), m.__copy__())
m.append(m)
print(m)
it = iter(e)
next(it)
e.append(1)
try:
    next(it)
except RuntimeError as error:
    print(error)
print(len(e))


class Changing:
    def __eq__(self, other):
        e.clear()
        return False


e.extend([Changing(), 2])
for f in (lambda: 5 in e, lambda: e.count(5), lambda: e.index(5), lambda: e.remove(5)):
    e.extend([Changing(), 2])
    t("changing", f)


class Stack(deque):
    def __init__(self, *args, name="s"):
        super().__init__(*args)
        self.name = name


s = Stack([1, 2], name="n")
print(s, s.name, s.copy(), type(s.copy()), s + deque([3]), s * 2, isinstance(s, deque), s.__dict__)
s.extra = 5
print(s.extra, Stack.__mro__)
queue = deque()
total = 0
for i in range(100000):
    queue.append(i)
    if len(queue) > 100:
        total += queue.popleft()
print(total, len(queue))
print(deque[int], [name for name in dir(deque) if not name.startswith("__")])

# defaultdict
dd = defaultdict(list)
dd["a"].append(1)
dd["b"].append(2)
dd["a"].append(3)
print(dd, dict(dd), dd["c"], len(dd), dd.default_factory, dd.get("zz"), "zz" in dd)
t("new", defaultdict, 5)
t("new", defaultdict, int, 5)
t("new", defaultdict, int, a=1)
t("new", defaultdict, None, {1: 2})
t("new", defaultdict)
t("missing", defaultdict(None, {1: 2}).__missing__, 3)
t("missing", lambda: defaultdict()["k"])
t("copy", defaultdict(list, {1: [2]}).copy)
t("or", lambda: defaultdict(list) | {1: 2})
t("or", lambda: {1: 2} | defaultdict(list, {3: 4}))
t("or", lambda: defaultdict(list) | 5)
c = defaultdict(int)
for ch in "mississippi":
    c[ch] += 1
print(c, sorted(c.items()))
c.default_factory = None
t("none", lambda: c["q"])
c |= {"z": 26}
print(c, type(c), c == dict(c))
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 5
print(nested["x"]["y"], len(nested))


class Mine(defaultdict):
    def __missing__(self, key):
        return "missing " + key


print(Mine(int)["q"], Mine(int), isinstance(Mine(), dict))
r = defaultdict(int)
r["self"] = r
print(r)

# OrderedDict
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(od, OrderedDict(), OrderedDict(a=1), len(od), od["b"])
od.move_to_end("a")
print(list(od))
od.move_to_end("a", last=False)
print(list(od), list(reversed(od)))
od.move_to_end("c", False)
od.move_to_end("c", False)
print(list(od.items()), od.keys(), od.values(), od.items())
print(od.popitem(), od.popitem(last=False), od)
t("popitem", OrderedDict().popitem)
t("popitem", OrderedDict().popitem, last=False)
t("move", OrderedDict().move_to_end, 1)
t("pop", od.pop, "zz")
t("pop", od.pop, "zz", 3)
t("pop", od.pop, key="a", default=9)
t("pop", od.pop)
t("new", OrderedDict, 1)
t("new", OrderedDict, [(1, 2)], 1)
t("new", OrderedDict, [(1, 2, 3)])
t("or", lambda: OrderedDict([(1, 2)]) | {3: 4})
t("or", lambda: {3: 4} | OrderedDict([(1, 2)]))
t("or", lambda: OrderedDict([(1, 2)]) | 5)
print(OrderedDict([(1, 2), (3, 4)]) == {3: 4, 1: 2}, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]),
      {1: 2} == OrderedDict([(1, 2)]), OrderedDict([(1, 2)]) != OrderedDict([(1, 2)]), OrderedDict() == 5)
print(OrderedDict.fromkeys("ab", 3), OrderedDict.fromkeys(iterable=[1], value=2))
od = OrderedDict.fromkeys(range(10))
for key in (3, 7):
    del od[key]
od[3] = "again"
od[0] = "kept"
print(od, od.setdefault(99, "d"), od.setdefault(0), od.setdefault(key=98))
print(type(iter(od)), type(od.keys()), type(iter(od.items())))
for change in (lambda: od.pop(1, None), lambda: od.move_to_end(2), lambda: od.__setitem__("new", 1)):
    try:
        for key in od:
            change()
    except RuntimeError as error:
        print(error)
od.tag = "attribute"
print(od.tag, od.__dict__, od.copy() == od, type(od.copy()))
od.clear()
print(od, od.keys() & {1}, sorted(OrderedDict(a=1).keys() | {"b"}))


class Lower(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


low = Lower([("A", 1)], B=2)
low.update({"C": 3}, D=4)
print(low, low.setdefault("E", 5), dict(low), type(low | {"F": 6}), low | {"F": 6})
q = OrderedDict((i, i) for i in range(5000))
total = 0
while q:
    key, value = q.popitem(last=False)
    total += key
    if key % 3 == 0 and key < 20000:
        q[key + 5000] = 1
print(total)
lru = OrderedDict()
for i in range(3000):
    k = i * 7919 % 101
    if k in lru:
        lru.move_to_end(k, last=i % 5 != 0)
    else:
        lru[k] = i
    if len(lru) > 50:
        lru.popitem(last=i % 2 == 0)
print(list(lru)[:20], len(lru), sum(lru.values()))
print({1: 2, **OrderedDict(a=1)}, dict(OrderedDict(b=2)), [*OrderedDict(c=3)])
plain = dict.fromkeys(range(20000))
total = 0
while plain:
    key = next(iter(plain))
    del plain[key]
    total += key
print(total)

# _tuplegetter, _count_elements
g = _tuplegetter(1, "doc")
print(g, g.__doc__, g.__get__((5, 6), tuple), g.__get__(None, tuple) is g)
t("getter", g.__get__, 5, int)
t("getter", g.__get__, (1,), tuple)
t("getter", g.__set__, (1, 2), 3)
t("getter", g.__delete__, (1, 2))
t("getter", _tuplegetter, "a", "x")
t("getter", _tuplegetter, 0)
counts = {}
_count_elements(counts, "abracadabra")
print(counts)


class Counter(dict):
    pass


counts = Counter()
_count_elements(counts, [1, 2, 1, "a"])
_count_elements(counts, [1.0])
print(counts)
t("count", _count_elements, {"a": "b"}, "a")
t("count", _count_elements, {}, [[]])
t("count", _count_elements, {}, 5)
