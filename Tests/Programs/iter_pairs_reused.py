# Pairs from enumerate, zip and dict.items(): whoever keeps one keeps its items, whatever the iterator gives next.


class Watch:
    def __init__(self, name, then=None):
        self.name = name
        self.then = then

    def __del__(self):
        print("end of", self.name, self.then() if self.then else "")


def kept():
    pairs = []
    for p in enumerate("abc"):
        pairs.append(p)
    for p in zip([1, 2], [3, 4]):
        pairs.append(p)
    for p in {"x": 1, "y": 2}.items():
        pairs.append(p)
    print(pairs)
    it = enumerate([10, 20, 30])
    first = next(it)
    second = next(it)
    print(first, second, next(it), list(it))
    z = zip(range(3), "abc")
    a, b = next(z), next(z)
    print(a, b, a is b, dict(z))
    print(list(enumerate("ab", 5)), sorted(zip([2, 1], "xy")), list(zip([1, 2, 3], [4])))


def ended():
    it = iter({i: Watch(i) for i in range(3)}.items())
    for k, v in it:
        print(k, v.name)
        v = None
    print("after")


def reentered():
    source = iter(range(10))
    z = zip(source, iter(lambda: Watch("w", lambda: next(z, ("over", 0))[0]), None))
    for i, (n, w) in enumerate(z):
        print(i, n, w.name)
        w = None
        if i == 2:
            break


def strict():
    for a, b in ([1, 2], [3]), ([1], [2, 3]):
        try:
            for p, q in zip(a, b, strict=True):
                print(p, q)
        except ValueError as e:
            print(e)
    d = {1: 2, 3: 4}
    try:
        for k, v in d.items():
            d[k + 10] = v
    except RuntimeError as e:
        print(e)
    t = 0
    for i, (a, b) in enumerate(zip(range(1000), range(1000))):
        t += i * a + b
    print(t)


kept()
ended()
reentered()
strict()
