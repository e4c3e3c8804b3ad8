import atexit
import errno
import gc
import time
import _bisect
import _heapq
import _random
import _weakref


def t(label, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(label, "!!", type(error).__name__, error)
    else:
        print(label, repr(result))


# time
for s in [0, 1, -1, 86400 * 365, 1.9, -1.5, 10**9, 253402300799, True]:
    t("gmtime", time.gmtime, s)
for s in ["a", 10**20, float("nan"), 1e300, 10**17, None and 1]:
    if s is not None:
        t("gmtime", time.gmtime, s)
g = time.gmtime(1234567890)
print(g.tm_year, g.tm_zone, g.tm_gmtoff, len(g), g[5], g[-1], tuple(g), g == (2009, 2, 13, 23, 31, 30, 4, 44, 0), g.n_fields, g.n_sequence_fields)
print(g.__reduce__(), g.__replace__(tm_year=3), time.struct_time.__match_args__, isinstance(g, tuple), type(g))
for a in [range(9), range(10), range(11), range(8), range(12), 1, "abcdefghi", (1, 2, 3, 4, 5, 6, 7, 8, 9)]:
    t("struct_time", time.struct_time, a)
t("struct_time", time.struct_time)
t("asctime", time.asctime, g)
t("asctime", time.asctime, (2000, 1, 1, 0, 0, 0, 0, 1, 0))
t("asctime", time.asctime, (1, 2))
t("asctime", time.asctime, 1)
for bad in [(2000, 13, 1, 1, 1, 1, 1, 1, 1), (2000, 1, 32, 1, 1, 1, 1, 1, 1), (2000, 1, 1, 24, 1, 1, 1, 1, 1), (2000, 1, 1, 1, 60, 1, 1, 1, 1),
            (2000, 1, 1, 1, 1, 62, 1, 1, 1), (2000, 1, 1, 1, 1, 1, -2, 1, 1), (2000, 1, 1, 1, 1, 1, 1, 367, 1), (2000, 0, 0, 0, 0, 0, 0, 0, 0), ("a",) * 9]:
    t("strftime", time.strftime, "%Y-%m-%d %H:%M:%S %j %w", bad)
t("strftime", time.strftime, "%Y-%m-%d %H:%M:%S %a %A %b %B %p %y %% é", g)
t("strftime", time.strftime, "", g)
t("strftime", time.strftime, "a\0b%Y", g)
t("strftime", time.strftime, 1)
t("mktime", time.mktime, (1,))
t("clock", time.clock_gettime, 99)
t("clock", time.clock_gettime, "a")
t("sleep", time.sleep, -1)
t("sleep", time.sleep, "a")
t("sleep", time.sleep, 0)
t("sleep", time.sleep, 0.01)
t("info", time.get_clock_info, "foo")
t("info", time.get_clock_info, "monotonic")
t("info", time.get_clock_info, "time")
a, b = time.perf_counter(), time.perf_counter()
print(b >= a, time.time() > 1.6e9, time.time_ns() > 10**18, type(time.monotonic()), type(time.process_time_ns()), time.CLOCK_MONOTONIC)
print(time.localtime(0).tm_year in (1969, 1970), len(time.tzname), type(time.timezone), time.daylight in (0, 1))
print(abs(time.mktime(time.localtime(10**9)) - 10**9))
print([n for n in dir(time) if not n.startswith("__")])

# _random
r = _random.Random(42)
print([r.random() for _ in range(5)], [r.getrandbits(k) for k in (1, 5, 31, 32, 33, 64, 65, 100, 200)])
for seed in [0, 1, -1, 2**32, 2**64 + 5, 10**50, -10**50, True, 3.5, (1, 2)]:
    r.seed(seed)
    print(seed, r.random(), r.getrandbits(40))
state = r.getstate()
first = [r.random() for _ in range(700)]
r.setstate(state)
print(first == [r.random() for _ in range(700)], len(state), state[-1], hash(state))
t("seed", r.seed, [])
t("seed", r.seed, 1, 2)
t("bits", r.getrandbits, -1)
t("bits", r.getrandbits, 0)
t("bits", r.getrandbits, "a")
t("bits", r.getrandbits, 2**40)
t("setstate", r.setstate, 1)
t("setstate", r.setstate, (1,))
t("setstate", r.setstate, state[:-1] + (700,))
r.seed()
print(0 <= r.random() < 1)


class MyRandom(_random.Random):
    def __init__(self, x=None):
        self.x = x


m = MyRandom(5)
m.seed(7)
print(m.x, m.random(), isinstance(m, _random.Random))

# _bisect
data = [1, 3, 3, 5, 7]
for x in [0, 1, 3, 4, 7, 9, 3.5]:
    print(x, _bisect.bisect_left(data, x), _bisect.bisect_right(data, x), _bisect.bisect_left(data, x, 2), _bisect.bisect_right(data, x, 1, 3),
          _bisect.bisect_left(a=data, x=x, lo=0, hi=None, key=lambda v: v * 2))
t("bisect", _bisect.bisect_left, data, 1, -1)
t("bisect", _bisect.bisect_left, data, "a")
t("bisect", _bisect.bisect_left, data, 1, 0, 100)
t("bisect", _bisect.bisect_left, data)
t("bisect", _bisect.bisect_left, data, 1, 0, 5, len)
t("bisect", _bisect.bisect_left, range(100), 37)
t("bisect", _bisect.bisect_left, 5, 37)
for x in [4, 0, 10, 3]:
    _bisect.insort_right(data, x)
    _bisect.insort_left(data, x + 0.5)
_bisect.insort_left(data, -3, key=abs)
print(data)
# _heapq
heap = []
for x in [5, 2, 8, 1, 9, 3, 7, 2.5]:
    _heapq.heappush(heap, x)
print(heap, _heapq.heappop(heap), heap, _heapq.heappushpop(heap, 4), _heapq.heapreplace(heap, 0), heap)
data = [(x * 7919 % 101, str(x)) for x in range(60)]
_heapq.heapify(data)
print(data[:8], [_heapq.heappop(data)[0] for _ in range(10)])
data = [x * 31 % 17 for x in range(17)]
_heapq._heapify_max(data)
print(data, _heapq._heappop_max(data), _heapq._heapreplace_max(data, 5), data)
t("pop", _heapq.heappop, [])
t("pop", _heapq.heappop, 5)
t("push", _heapq.heappush, 5, 1)
t("push", _heapq.heappush, [1], "a")
t("replace", _heapq.heapreplace, [], 1)
t("pushpop", _heapq.heappushpop, [], 1)
t("heapify", _heapq.heapify, (1,))
t("push", _heapq.heappush, [1])


class Log:
    log = []

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        Log.log.append((self.v, other.v))
        return self.v < other.v


heap = [Log(x) for x in [4, 1, 3, 9, 2, 6]]
_heapq.heapify(heap)
_heapq.heappush(heap, Log(0))
_heapq.heappop(heap)
_heapq.heapreplace(heap, Log(5))
_heapq.heappushpop(heap, Log(8))
print(Log.log, [x.v for x in heap])
# errno
print(errno.ENOENT, errno.errorcode[2], len(errno.errorcode), [n for n in dir(errno) if n.startswith("EN")], list(errno.errorcode.items())[:5])


# weak references
class C:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name

    def __len__(self):
        return 7

    def __add__(self, other):
        return self.name + str(other)

    def __eq__(self, other):
        return isinstance(other, C) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


def dead(ref):
    print("dead", ref() is None, ref is r1)


c = C("one")
r0 = _weakref.ref(c)
r1 = _weakref.ref(c, dead)
r2 = _weakref.ref(c, lambda ref: print("second"))
print(r0() is c, r1() is c, _weakref.ref(c) is r0, r0 is r1, r0 == r1, r0 == _weakref.ref(C("one")), hash(r0) == hash(c),
      _weakref.getweakrefcount(c), len(_weakref.getweakrefs(c)), r1.__callback__ is dead, r0.__callback__)
p = _weakref.proxy(c)
print(p.name, p.method(), len(p), p + 1, p == c, bool(p), type(p), _weakref.proxy(c) is p)
p.extra = 5
print(c.extra)
t("hash", hash, p)
print(repr(r0)[:11], "C" in repr(r0))
del c
print(r0(), r1(), hash(r0) == hash('one'), r0 == r1, r0 == r0, repr(r0)[-6:], r1.__callback__)
t("proxy", lambda: p.name)
t("proxy", len, p)
late = _weakref.ref(C("gone"))
t("hash", hash, late)
for bad in [5, "a", None, (1,), [1], {}]:
    t("ref", _weakref.ref, bad)
t("ref", _weakref.ref)
t("ref", _weakref.ref, C, 1, 2)
t("ref", _weakref.ref(C), 1)
for good in [C, len, {1}.copy(), t, print]:
    keep = good
    print(_weakref.ref(keep)() is keep)
keep = {1, 2}
r = _weakref.ref(keep, lambda ref: print("set gone"))
keep = None


class Keyed(_weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


c = C("keyed")
k = Keyed(c, lambda ref: print("keyed", ref.key), 5)
print(k() is c, k.key, isinstance(k, _weakref.ref))
del c
d = {1: k}
_weakref._remove_dead_weakref(d, 1)
print(d)


def failing(ref):
    raise ValueError("in callback")


many = [C(str(i)) for i in range(500)]
refs = [_weakref.ref(x) for x in many]
many[10:490] = []
print(sum(1 for x in refs if x() is not None))
many = None
print(sum(1 for x in refs if x() is not None))
# cycles
c = C("cycle")
c.self = c
r = _weakref.ref(c, lambda ref: print("cycle collected"))
del c
print(gc.collect() > 0, r())
print(gc.isenabled(), gc.get_threshold(), gc.get_count()[1:], gc.garbage, gc.callbacks, gc.get_debug(), len(gc.get_stats()))
gc.disable()
print(gc.isenabled())
gc.enable()
gc.callbacks.append(lambda phase, info: print(phase, info["generation"]))
gc.collect(1)
gc.callbacks.clear()
t("collect", gc.collect, 5)
t("collect", gc.collect, generation=0)
print(gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked("a"), gc.get_referents(["a"], 5), gc.is_finalized(C("x")), gc.DEBUG_LEAK)


@atexit.register
def last():
    print("last")


atexit.register(print, "first", "b", sep="-")
atexit.register(print, "never")
atexit.unregister(print)
atexit.register(print, "again")
print(atexit._ncallbacks())
t("register", atexit.register, 5)
t("register", atexit.register)
print("end")
