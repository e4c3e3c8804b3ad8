# Functions and builtins that are rebound while code that calls them runs.


def step(n):
    return n + 1


def run(n):
    global step
    s = 0
    for i in range(n):
        s += step(i)
        if i == 3:
            def step(n):
                return n * 100
        if i == 5:
            step = str
        if i == 6:
            step = len
            break
    return s


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def rebinding(n):
    global fib
    if n == 3:
        old = fib
        fib = lambda n: 1000
        result = old(n)
        fib = old
        return result
    return fib(n - 1) + rebinding(n - 1)


def uses_len(items):
    t = 0
    for i in range(4):
        t += len(items)
        if i == 1:
            globals()["len"] = lambda x: 50
    del globals()["len"]
    return t + len(items)


def uses_range():
    global range
    out = []
    for i in range(3):
        out.append(i)
        range = lambda n: "xyz"
    for i in range(3):
        out.append(i)
    del range
    return out


class Meter:
    def __init__(self, n):
        self.n = n

    def value(self):
        return self.n

    def total(self, k):
        s = 0
        for i in range(k):
            s += self.value()
            if i == 2:
                self.value = lambda: 1000
            if i == 4:
                del self.value
                Meter.value = lambda self: -self.n
        return s


def with_defaults(a, b=2, *rest, c=3, **more):
    return a + b * 10 + c * 100 + len(rest) * 1000 + len(more) * 10000


def calls():
    t = with_defaults(1) + with_defaults(1, 5) + with_defaults(1, 2, 3, 4, c=0, d=1)
    with_defaults.__defaults__ = (9,)
    return t, with_defaults(1)


def main():
    try:
        print(run(8))
    except TypeError as e:
        print(e)
    print(fib(12), rebinding(6), fib(5))
    print(uses_len([1, 2, 3]), uses_range())
    print(Meter(7).total(8), Meter(7).value())
    print(calls())


main()
