from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
import _operator as operator


def t(label, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(label, "!!", type(error).__name__, error)
    else:
        print(label, repr(result))


# partial
t("partial", partial)
t("partial", partial, 1)
t("partial", partial, int, base=2)
t("call", partial(int, base=2), "101")
t("call", partial(int, base=2), "12", base=3)
t("reduce", partial(int).__reduce__)
t("setstate", partial(int).__setstate__, 1)
t("setstate", partial(int).__setstate__, (1, (), {}, None))


def show(*args, **keywords):
    return args, keywords


p = partial(show, 1, 2, a=3)
print(p(), p(4), p(b=5), p(4, a=6), p.func is show, p.args, p.keywords)
q = partial(p, 7, c=8)
print(q.func is show, q.args, q.keywords, q(9))
p.note = "attribute"
print(p.note, p.__dict__, partial(p, 1).func is p)
p.__setstate__((show, (1,), {"z": 2}, {"note": "new"}))
print(p(5), p.note)
t("attr", setattr, q, "func", 5)
t("attr", delattr, q, "args")


class Sub(partial):
    pass


s = Sub(show, 1)
print(s(2), isinstance(s, partial), Sub(s, 3)(4))
q2 = partial(show)
q2.__setstate__((show, (q2,), {}, {}))
print(repr(q2)[:30])


class C:
    method = partial(show, "bound")


print(C.method(1))
# reduce
t("reduce", reduce, 1, [])
t("reduce", reduce, lambda a, b: a + b, 5)
t("reduce", reduce, 1)
t("reduce", reduce, max, [3, 9, 2])
t("reduce", reduce, max, [], 4)
t("reduce", reduce, lambda a, b: a * b, range(1, 30))
t("reduce", reduce, 5, [1, 2])
# cmp_to_key
K = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted([3, 1, 2], key=K), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), K(1) < K(2), K(2) == K(2), K(5).obj)
t("cmp", cmp_to_key)
t("cmp", lambda: K(1) < 2)
t("cmp", K)
t("cmp", hash, K(1))
t("cmp", lambda: cmp_to_key(lambda a, b: "x")(1) < cmp_to_key(len)(2))


# the cache
class Info:
    def __init__(self, *args):
        self.args = args

    def __repr__(self):
        return "Info" + repr(self.args)


calls = []


def slow(*args, **keywords):
    calls.append((args, keywords))
    return len(calls)


for size, typed in [(None, False), (2, False), (0, False), (3, True)]:
    calls.clear()
    f = _lru_cache_wrapper(slow, size, typed, Info)
    print([f(1), f(2), f(1), f(3), f(1), f(2), f(1.0), f(x=1), f(x=1), f(1, 2), f("1"), f(), f(()), f((1,))], f.cache_info())
    f.cache_clear()
    print(f.cache_info(), f(1), f.cache_info())
t("lru", _lru_cache_wrapper, len)
t("lru", _lru_cache_wrapper, 1, 2, 3, 4)
t("lru", _lru_cache_wrapper, len, "a", 3, 4)
t("lru", f, [])
fib = _lru_cache_wrapper(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2), None, False, Info)
print(fib(300), fib.cache_info())


def failing(x):
    raise ValueError(x)


f = _lru_cache_wrapper(failing, 5, False, Info)
t("lru", f, 1)
t("lru", f, 1)
print(f.cache_info())
f.extra = 1
print(f.extra, f.__dict__, f.__copy__() is f)


class D:
    @partial(partial, _lru_cache_wrapper)
    def unused(self):
        return 1

    def plain(self, x):
        return x * 2

    cached = _lru_cache_wrapper(plain, 10, False, Info)


d = D()
print(d.cached(4), d.cached(4), D.cached.cache_info())

# operator
values = [0, 1, -7, 2.5, "ab", [1, 2], (3,), None, {1: 2}, True, 10**20]
names = ["add", "sub", "mul", "floordiv", "truediv", "mod", "matmul", "and_", "or_", "xor", "eq", "ne", "lt", "le", "gt", "ge", "is_", "is_not",
         "concat", "contains", "getitem", "indexOf", "countOf", "iadd", "isub", "imul", "iand", "ior", "ixor", "ifloordiv", "itruediv", "imod",
         "iconcat", "imatmul"]
for name in names:
    for x in values:
        for y in values:
            if name in ("mul", "imul") and not isinstance(y, (int, float)):
                continue
            t(name, getattr(operator, name), list(x) if isinstance(x, list) else x, y)
for name in ["neg", "pos", "abs", "inv", "invert", "not_", "truth", "index", "length_hint"]:
    for x in values:
        if x is not True:
            t(name, getattr(operator, name), x)
for x, y in [(2, 10), (1, -1), (10**20, 3), (5, "a"), (2.0, 3)]:
    for name in ["pow", "ipow", "lshift", "rshift", "ilshift", "irshift"]:
        t(name, getattr(operator, name), x, y)
t("add", operator.add, 1)
t("neg", operator.neg)
t("setitem", operator.setitem, 1, 2, 3)
t("setitem", operator.setitem, [1], 0, 3)
t("delitem", operator.delitem, {1: 2}, 1)
t("delitem", operator.delitem, {1: 2}, 3)
t("hint", operator.length_hint, [], "a")
t("hint", operator.length_hint, 5, 3)
t("hint", operator.length_hint, iter([1, 2]))


class Hint:
    def __init__(self, value):
        self.value = value

    def __length_hint__(self):
        return self.value


for v in [3, -1, "a", NotImplemented, 2**70]:
    t("hint", operator.length_hint, Hint(v), 7)
t("call", operator.call)
t("call", operator.call, int, "11", base=2)
t("digest", operator._compare_digest, "abc", "abc")
t("digest", operator._compare_digest, "abc", "abd")
t("digest", operator._compare_digest, b"abc", bytearray(b"abc"))
t("digest", operator._compare_digest, "abc", b"abc")
t("digest", operator._compare_digest, "é", "é")
t("digest", operator._compare_digest, b"a", b"ab")
a = [1]
b = operator.iadd(a, [2])
print(a, b is a)


class P:
    def __init__(self):
        self.x = self
        self.y = 5

    def m(self, *args, **keywords):
        return args, keywords


o = P()
for g in [operator.itemgetter(1), operator.itemgetter(1, 0, -1), operator.attrgetter("y"), operator.attrgetter("x.x.y", "y"),
          operator.methodcaller("m"), operator.methodcaller("m", 1, 2, k=3), operator.methodcaller("upper")]:
    print(g)
    t("get", g, "abc")
    t("get", g, o)
    t("get", g, {1: "one", 0: "zero", -1: "minus"})
    t("get", g)
    t("get", g, 1, 2)
    t("get", g, 1, k=2)
    if "k=3" not in repr(g):
        print(g.__reduce__())
t("new", operator.itemgetter)
t("new", operator.attrgetter)
t("new", operator.attrgetter, 1)
t("new", operator.methodcaller)
t("new", operator.methodcaller, 1)
t("new", operator.itemgetter, 1, k=2)
print(sorted([(1, "b"), (2, "a")], key=operator.itemgetter(1)), operator.itemgetter(slice(1, 3))("abcd"))
print([n for n in dir(operator) if not n.startswith("__")])
