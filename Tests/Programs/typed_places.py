class A:
    def __init__(self): self.x = 1.5; self.n = 3
class B:
    def __init__(self): self.n = 4; self.y = 2; self.x = 2.5
class C:
    x = 7.0
    n = 9
def total(objs):
    t = 0.0
    k = 0
    for o in objs:
        t += o.x
        k += o.n
    return t, k
def bump(objs, d):
    for o in objs:
        o.x += d
        o.n += 1
objs = [A(), B(), C(), A(), B()]
print(total(objs))
bump(objs, 0.5)
print(total(objs))
A.x = property(lambda self: 100.0)
try:
    print(total(objs))
    bump(objs, 1.0)
except AttributeError as e:
    print(e)
del A.x
print(total(objs))
C.n = "text"
c2 = C()
try:
    print(total([c2]))
except TypeError as e:
    print(e)
def dot(a, b):
    s = 0.0
    for i in range(len(a)):
        s += a[i] * b[i]
    return s
print(dot([1.0, 2.0], [3.0, 4.0]), dot([1, 2], [3, 4]), dot([1.0, 2], [3.5, True]))
try:
    dot([1.0, 2.0, 3.0], [1.0])
except IndexError as e:
    print(e)
print(dot({0: 1.5, 1: 2.5}, [2.0, 2.0]))
class L(list):
    def __getitem__(self, i): return 10.0
print(dot(L([1.0]), [2.0]))
def fill(l, n):
    for i in range(n):
        l[i] = i * 0.5
    return l
f = 3.25
l = [f, f, 1, "x"]
print(fill(l, 4), f)
k = fill([0.0] * 3, 3)
a = k[1]
k[1] = 9.0
fill(k, 3)
print(a, k)
print(fill({}, 2))
try:
    fill([0], 2)
except IndexError as e:
    print(e)
try:
    fill((0, 1), 2)
except TypeError as e:
    print(e)
def neg(l, i, n):
    t = 0
    for j in range(n):
        t += l[i - j]
    return t
print(neg([1, 2, 3, 4], -1, 4), neg([1, 2, 3], 2, 3))
try:
    neg([1, 2], 0, 5)
except IndexError as e:
    print(e)
class S:
    def area(self, k): return k + 1
class T(S):
    def area(self, k): return k * 2.0
class U(S):
    def area(self, k, z=3): return k + z
class V:
    area = staticmethod(lambda k: k * 100)
class W:
    def __init__(self): self.area = lambda k: k * 1000
def run(shapes, n):
    out = 0
    for i in range(n):
        for s in shapes:
            out += s.area(i)
    return out
print(run([S(), T()], 4), run([S(), T(), U(), V(), W()], 3))
S.area = lambda self, k: -k
print(run([S(), T()], 4))
class M(type):
    def area(cls, k): return 5
class N(metaclass=M): pass
print(run([N, S()], 2))
def cls_area(k): return S.area(S(), k)
print(cls_area(3))
def p(x, y): return x * 1.0 ** y + x ** 0.5 + x ** 2
print(p(4.0, 2), p(2.5, 1))
try:
    print((-8.0) ** 0.5, p(-8.0, 1))
except Exception as e:
    print(e)
def q(n):
    t = 0.0
    for i in range(n):
        t += (i * 1.0) ** 0.5 + (i * 2.0) ** 3
    return t
print(q(5))
def big(x):
    y = x * 1.0
    return y ** 100.5
try:
    print(big(1e300))
except OverflowError as e:
    print(e)
def sq(n):
    t = 0
    for i in range(n):
        t += i ** 3
    return t
print(sq(10), sq(3))
def pw(n):
    x = n * 1
    return x ** 8
print(pw(3), pw(2**30), pw(-7))
def app(x, n):
    for i in range(n):
        x.append(i * 2)
    return x
print(app([], 4))
class Q:
    def append(self, v): print("app", v)
app(Q(), 2)
