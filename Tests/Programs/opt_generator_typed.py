"""Generators whose code is typed: machine numbers across yields, and every way out of the assumptions."""


def squares(n: int):
    x = 3_000_000_000
    for i in range(n):
        x = x * x + i
        yield x


def halves(start: float, count: int):
    v = start
    total = 0.0
    while count > 0:
        total += v
        got = yield v
        if got is not None:
            v = got
        v = v / 2
        count -= 1
    return total


def pairs(n):
    for i in range(n):
        for j in range(i, n):
            if (i ^ j) & 1:
                yield i * 10 + j


def turned(items):
    acc = 0
    for x in items:
        acc = acc + x
        yield acc


def guarded(n: int):
    i = 0
    while True:
        try:
            sent = yield i * i // (n - i)
            i += 1 if sent is None else sent
        except ZeroDivisionError as e:
            yield f"zero {e}"
            i += 1
        except ValueError:
            i = 100
        finally:
            n += 0


class Walk:
    def __init__(self, left, value: int, right):
        self.left = left
        self.value = value
        self.right = right

    def values(self, scale: int):
        if self.left is not None:
            yield from self.left.values(scale)
        yield self.value * scale
        if self.right is not None:
            yield from self.right.values(scale)


def counter(step: int):
    total = 0

    def inner(n: int):
        nonlocal total
        for i in range(n):
            total += i * step
            yield total

    return inner


print(list(squares(4)))
print(list(squares("ab") if False else squares(True)))
g = halves(8.0, 4)
print(next(g), g.send(None), g.send(64.0), g.send(3))
try:
    next(g)
except StopIteration as e:
    print("end", e.value)
print(list(halves(1, 3)), list(halves(10**400, 0)))
try:
    list(halves(10**400, 1))
except OverflowError as e:
    print(e)
print(list(pairs(4)), sum(pairs(30)))
print(list(turned([1, 2**62, 2**62, 2.5, 1])))
try:
    print(list(turned(["a"])))
except TypeError as e:
    print(e)
print(list(turned([1, True, -(2**63)])))
g = guarded(3)
print([next(g) for _ in range(3)], end=" ")
try:
    print(g.send(1), g.send(2), next(g))
except ZeroDivisionError as e:
    print("raised", e)
g = guarded(5)
print(next(g), g.throw(ValueError), next(g), g.close())
tree = Walk(Walk(None, 1, None), 2**61, Walk(None, 3, None))
print(list(tree.values(1)), list(tree.values(4)), list(tree.values(1.5)))
c = counter(2**61)
print(list(c(3)), list(c(4)))
print(sum(i * i % 7 for i in range(1000)), sum(x / 2 for x in [1, 2.5, 3]), [*(i**2 for i in (2, 2**40, 1.5))])
rows = [list(range(k)) for k in range(5)]
print(max(sum(r) * 2**60 for r in rows), sorted((len(r), -i) for i, r in enumerate(rows)))
it = (a // b for a, b in [(7, 2), (1, 0), (4, 2)])
try:
    for q in it:
        print(q)
except ZeroDivisionError as e:
    print(e, list(it))
