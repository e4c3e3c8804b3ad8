# Loops over what they change: lists that grow and shrink, dicts that change, ranges with odd bounds, iterators that lie.


class Odd:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("done")
        return self.n

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 4:
            raise IndexError
        return i * i


def growing(items):
    seen = 0
    for x in items:
        seen += x
        if len(items) < 8:
            items.append(x + 1)
        elif seen > 12:
            del items[-2:]
    return seen, items


def shrinking(n):
    items = [0.5] * n
    t = 0.0
    i = 0
    while i < len(items):
        t += items[i]
        if i == 2:
            items.pop()
            items.pop()
        i += 1
    return t, len(items)


def dicts():
    d = {"a": 1, "b": 2}
    out = []
    try:
        for k, v in d.items():
            out.append((k, v))
            d[k + "x"] = v
    except RuntimeError as e:
        out.append(str(e))
    try:
        for k in d:
            out.append(k)
            del d["b"]
    except RuntimeError as e:
        out.append(str(e))
    return out


def ranges():
    out = []
    for i in range(Odd(3)):
        out.append(i)
    for i in range(5, 0, -2):
        out.append(i)
        i = 100
    for i in range((1 << 62) - 1, (1 << 62) + 2):
        out.append(i)
    for i in range(-(1 << 63), -(1 << 63) + 2):
        out.append(i - 1)
    for bounds in ((0, 1.5), (0, "x"), (0, 3, 0)):
        try:
            for i in range(*bounds):
                out.append(i)
        except (TypeError, ValueError) as e:
            out.append(str(e))
    return out


def lying():
    o = Odd(4)
    return list(o), [x for x in Odd(2)], len(Odd(1)), [Odd(0)[i] for i in range(3)], sum(Odd(5))


def nested(n):
    rows = [[False] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            rows[i][j] = (i + j) % 2 == 0
            if i == n - 1 and j == 1:
                rows[0] = rows[1]
                rows[i][0] = "x"
    return rows


def main():
    print(growing([1, 2]))
    print(shrinking(6))
    print(dicts())
    print(ranges())
    print(lying())
    print(nested(3))


main()
