# Objects that look local but escape: stored, returned, yielded, captured, raised, kept by a method.
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'P({self.x}, {self.y})'
kept = []
def stored(n):
    p = P(n, n)
    if n % 2:
        kept.append(p)
    p.x += 100
    return p.x
def returned(n):
    p = P(n, 0)
    return p if n > 1 else (p, p)
def yielded(n):
    for i in range(n):
        p = P(i, -i)
        yield p
        p.x = 'changed'
def captured(n):
    p = P(n, n)
    def get(): return p
    p.y = 'late'
    return get
def raised(n):
    p = P(n, n)
    raise ValueError(p)
def local_only(n):
    total = 0
    for i in range(n):
        p = P(i, i + 1)
        q = P(p.y, p.x)
        total += p.x * q.x - p.y * q.y
    return total
def tuple_only(n):
    total = 0
    for i in range(n):
        a, b = (i, i * i)
        t = (b, a)
        total += t[0] - t[1]
    return total, t
def same(a):
    t = [a]
    u = t
    u.append(t is u)
    return t
print([stored(i) for i in range(5)], kept, returned(1), returned(2), list(yielded(2)), [p.x for p in yielded(3)], captured(3)())
try:
    raised(7)
except ValueError as e:
    print(e.args[0].x, e)
print(local_only(100), tuple_only(10), same('z'))
def identity():
    a, b = P(1, 1), P(1, 1)
    return a is b, a is a, a == b, [a] == [b], id(a) == id(b)
print(identity())
