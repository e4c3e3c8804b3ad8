# Lists of floats or bools that turn into lists of anything, late, under aliases, while they are iterated over.


def fill(n):
    a = [0.0] * n
    for i in range(n):
        a[i] = i * 0.5
    return a


def total(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i]
    return s


def grow(n, odd):
    a = []
    for i in range(n):
        a.append(i * 1.5)
        if i == odd:
            a.append("text")
            a.append(None)
    return a


def flags(n):
    f = [True] * n
    f[0] = False
    f[n - 1] = 0
    f[1] = 2.5
    return f


def main():
    a = fill(6)
    print(a, total(a))
    b = a
    b[3] = 7
    print(a, total(a), type(a[3]))
    a[2] = 1 << 80
    print(a)
    try:
        a[1] = "x"
        print(total(a))
    except TypeError as e:
        print(e)
    print(grow(4, 2), grow(3, 9))
    print(flags(5))
    c = [False] * 4
    print(c, c == [0, 0, 0, 0], c.count(False), sum(c), c.index(False), False in c, 0 in c)
    c[1:3] = ["a", "b", "c"]
    print(c)
    d = [1.5] * 3
    d += [2.5]
    d.extend((3, 4.0))
    d.insert(0, "first")
    print(d, d.pop(), d.pop(0), len(d))
    e = [0.5] * 5
    del e[1]
    e.reverse()
    e.sort()
    print(e, e * 2, e + [True], [None] + e, sorted(e), e[::-1], e[1:3], e[-1])
    f = [2.0] * 3
    for i, x in enumerate(f):
        if i == 0:
            f[1] = "changed"
            f.append(9)
        print(i, x)
    g = [0.25] * 4
    it = iter(g)
    print(next(it), next(it))
    g[3] = g
    print(next(it), len(next(it)))
    h = [True] * 3
    print(h, repr(h), h[0] is True, h[-1], tuple(h), [not x for x in h], h < [True, False])
    k = [float("nan")] * 2
    print(k, k[0] in k, k == k, k.count(k[1]))
    m = [-0.0] * 2
    print(m, str(m[0]))
    for index in (3, -4, 1 << 70):
        try:
            [1.0, 2.0, 3.0][index]
        except IndexError as error:
            print(error)
        try:
            z = [1.0] * 3
            z[index] = 2.0
        except IndexError as error:
            print(error)
    try:
        f = [1.0] * 3
        f["a"]
    except TypeError as error:
        print(error)
    p = [0.0] * 3
    q = p.copy()
    q[0] = 1.0
    print(p, q, p is q, list(q), q.pop(), q)
    p.clear()
    p.append("fresh")
    print(p, [0.5] * 0, [0.5] * -1)
    import copy
    r = [1.25] * 2
    print(copy.copy(r), copy.deepcopy(r), hash(tuple(r)) == hash((1.25, 1.25)))
    s = [[0.0] * 2 for _ in range(2)]
    s[1][1] = 4.0
    s[0][0] += 1
    print(s, max(s), [x for row in s for x in row])
    u = [0.0] * 4
    u[0], u[1] = 3.0, 1.0
    u.sort(key=lambda v: -v)
    print(u, u.index(1.0), u.remove(3.0), u)
    x, y, *rest = [7.5] * 4
    print(x, y, rest, [*rest, *[True] * 2])


main()
