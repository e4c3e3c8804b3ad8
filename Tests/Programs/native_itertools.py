import itertools
from itertools import *


def show(label, make, *args, **keywords):
    try:
        result = make(*args, **keywords)
        result = list(islice(result, 12))
    except Exception as error:
        print(label, type(error).__name__, error)
    else:
        print(label, result)


show("count", count)
show("count", count, 5)
show("count", count, 5, -2)
show("count", count, 2.5, 0.5)
show("count", count, step=3)
show("count", count, start=2**62 - 3)
show("count", count, 2**64, 2**63)
show("count", count, 1j)
show("count", count, "a")
show("count", count, 1, 2, 3)
show("count", count, foo=1)
print(count(3), count(3, 2), count(2.5), count(1, 1), count(1, True), count(1, 1.0))
show("cycle", cycle, "abc")
show("cycle", cycle, [])
show("cycle", cycle, 5)
show("cycle", cycle)
show("cycle", cycle, "a", "b")
show("repeat", repeat, 1)
show("repeat", repeat, 1, 3)
show("repeat", repeat, 1, times=2)
show("repeat", repeat, object=1, times=2)
show("repeat", repeat, 1, -3)
show("repeat", repeat)
show("repeat", repeat, 1, "a")
show("repeat", repeat, 1, 2, 3)
print(repeat(5), repeat("a", 3), repeat(1, 3).__length_hint__())
try:
    repeat(1).__length_hint__()
except TypeError as error:
    print(error)
show("accumulate", accumulate, [1, 2, 3, 4])
show("accumulate", accumulate, [1, 2, 3, 4], lambda a, b: a * b)
show("accumulate", accumulate, [1, 2, 3], initial=100)
show("accumulate", accumulate, [], initial=None)
show("accumulate", accumulate, [], initial=0)
show("accumulate", accumulate, ["a", "b"], func=None)
show("accumulate", accumulate, ["a", 1])
show("accumulate", accumulate, 5)
show("accumulate", accumulate)
show("accumulate", accumulate, [1], max, 3)
show("batched", batched, "abcdefg", 3)
show("batched", batched, "abcdef", 3, strict=True)
show("batched", batched, "abcdefg", 3, strict=True)
show("batched", batched, "abc", 0)
show("batched", batched, "abc", "a")
show("batched", batched, "abc")
show("batched", batched, [], 2)
show("chain", chain, "ab", [1, 2], (), {3: 4})
show("chain", chain)
show("chain", chain, "a", 5)
show("chain", chain.from_iterable, ["ab", [1]])
show("chain", chain.from_iterable, 5)
show("chain", chain.from_iterable)
try:
    chain("a", foo=1)
except TypeError as error:
    print(error)
for n in range(5):
    show("combinations", combinations, range(4), n)
    show("permutations", permutations, range(3), n)
    show("replacement", combinations_with_replacement, "abc", n)
    show("product", product, "ab", repeat=n)
show("product", product, "ab", [1, 2], (True,))
show("product", product)
show("product", product, "ab", "")
show("product", product, repeat=2)
show("product", product, "a", repeat=-1)
show("product", product, "a", repeat="x")
show("product", product, "a", times=1)
show("product", product, 5)
show("combinations", combinations, "abc", -1)
show("combinations", combinations, "abc")
show("combinations", combinations, "abc", r=2)
show("combinations", combinations, 5, 2)
show("permutations", permutations, "abc")
show("permutations", permutations, "abc", None)
show("permutations", permutations, "abc", 1.5)
show("permutations", permutations, "abc", -1)
show("permutations", permutations, [], 0)
show("replacement", combinations_with_replacement, [], 0)
show("replacement", combinations_with_replacement, [], 2)
show("compress", compress, "abcdef", [1, 0, 1, 0, 1, 1])
show("compress", compress, data="abc", selectors=[True])
show("compress", compress, "abc")
show("dropwhile", dropwhile, lambda x: x < 3, [1, 2, 3, 1])
show("takewhile", takewhile, lambda x: x < 3, [1, 2, 3, 1])
show("filterfalse", filterfalse, None, [0, 1, "", "a"])
show("filterfalse", filterfalse, lambda x: x % 2, range(6))
show("filterfalse", filterfalse, bool, range(3))
show("starmap", starmap, pow, [(2, 5), [3, 2]])
show("starmap", starmap, pow, [5])
show("takewhile", takewhile, 5, [1])
show("takewhile", takewhile, len)
show("takewhile", takewhile, len, [], [])
for args in [(4,), (None,), (2, 6), (2, None), (0, None, 3), (1, 10, 4), (None, None, None), (-1,), (0, -1), (0, 1, 0), ("a",), (0, "a"), (2**70,), (5, 2), (), (1, 2, 3, 4), (1, 2, -1), (1, 2, 2.5)]:
    show("islice", islice, range(20), *args)
show("pairwise", pairwise, "abcd")
show("pairwise", pairwise, "a")
show("pairwise", pairwise, [])
show("pairwise", pairwise, 5)
show("zip_longest", zip_longest, "abc", [1], ())
show("zip_longest", zip_longest, "abc", [1], fillvalue="-")
show("zip_longest", zip_longest)
show("zip_longest", zip_longest, 5)
show("zip_longest", zip_longest, "a", fill=3)
print([(k, list(g)) for k, g in groupby("aabbbca")])
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
groups = [g for _, g in groupby("aabb")]
print([list(g) for g in groups])
g = groupby([1, 1, 2])
k, first = next(g)
print(next(first))
k2, second = next(g)
print(k2, list(first), list(second))
show("groupby", groupby, [1], 5)
show("groupby", groupby)
a, b = tee("abc")
print(next(a), next(a), list(b), list(a), list(b))
a, b, c = tee(range(200), 3)
print(sum(a), sum(islice(b, 100)), sum(c), sum(b))
print(tee([], 0), len(tee([], 5)))
x, y = tee(a)
a, = tee("hello", 1)
next(a)
b = a.__copy__()
print(list(a), list(b))
try:
    tee([], -1)
except ValueError as error:
    print(error)


def failing():
    yield 1
    raise ValueError("boom")


for make in [cycle, pairwise, accumulate, lambda s: chain([0], s), lambda s: zip_longest(s, [1, 2, 3]), lambda s: batched(s, 3), lambda s: islice(s, 5), lambda s: compress(s, [1, 1, 1]), lambda s: starmap(abs, s)]:
    it = make(failing())
    out = []
    try:
        for value in it:
            out.append(value)
    except Exception as error:
        print(out, type(error).__name__, error)


class MyChain(chain):
    tag = "mine"

    def __init__(self, *args, **keywords):
        self.extra = keywords


m = MyChain([1], [2], key=3)
print(list(m), m.extra, m.tag, type(m).__name__, isinstance(m, chain))
print(chain, count, type(itertools.tee([])[0]), itertools._grouper)
print([name for name in dir(itertools) if name not in ("__loader__", "__spec__")])
# Results that are kept stay as they are.
kept = list(product([1, 2], repeat=3))
print(kept[0], kept[-1], len(set(kept)))
it = permutations([1, 2, 3])
p = next(it)
q = next(it)
print(p, q, p is q)
for kind in [combinations, combinations_with_replacement]:
    it = kind("abcd", 3)
    p = next(it)
    q = next(it)
    print(p, q)
it = islice(count(), 3)
print(list(it), list(it), next(it, "end"))
c = cycle([[], []])
z = [next(c) for _ in range(5)]
print(z[0] is z[2], z[0] is z[1])
total = 0
for i in count():
    if i > 10000:
        break
    total += i
print(total)
print(sum(1 for _ in product(range(10), repeat=4)), sum(map(sum, combinations(range(20), 5))), sum(p[0] for p in permutations(range(7))))
print(list(chain.from_iterable(repeat(range(3), 2))), list(zip(count(), "ab")))
chain[int]
