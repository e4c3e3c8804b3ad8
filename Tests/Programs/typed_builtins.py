def f(xs, s):
    t = 0
    for i in range(len(xs)):
        t += xs[i] * len(s)
    return t
print(f([1, 2, 3], "abc"), f([1], [2, 3]), f((1, 2), {1: 2}))
try:
    f([1], 5)
except TypeError as e:
    print(e)
def h(s):
    v = 0
    for c in s:
        v = (v * 31 + ord(c)) & 0xFFFF
    return v
print(h("hello"), h("h\u00e9llo\u20ac"), h([b"a", "b"]))
try:
    h(["ab"])
except TypeError as e:
    print(e)
try:
    h([5])
except TypeError as e:
    print(e)
def m(a, b, n):
    lo = 10**9
    hi = -1.5
    for i in range(n):
        lo = min(lo, i * a - 7)
        hi = max(hi, i * 0.5 * b)
    return lo, hi
print(m(3, 2.0, 5), m(-3, 2, 5))
def ab(n):
    t = 0
    u = 0.0
    for i in range(n):
        t += abs(i - 5)
        u += abs(i * 1.5 - 4.0)
    return t, u
print(ab(10), abs(-0.0), abs(-2**63))
def ab2(x):
    y = x * 1
    return abs(y)
print(ab2(-2**63), ab2(2**63 - 1), ab2(-5))
def ab3(x):
    y = x * 1.0
    return abs(y)
print(ab3(-0.0), ab3(float("-inf")), ab3(float("nan")))
def conv(n):
    t = 0
    s = 0.0
    for i in range(n):
        s += float(i)
        t += int(i * 1.7)
    return t, s
print(conv(10))
def conv2(x):
    y = x * 1.0
    return int(y)
print(conv2(1e30), conv2(-3.99), conv2(2.0**62), conv2(-(2.0**62)))
for bad in (float("inf"), float("nan")):
    try:
        conv2(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
def mm(x):
    y = x * 1.0
    return min(y, 0.0), max(y, 0.0), min(0.0, y)
print(mm(float("nan")), mm(-0.0), mm(1.0))
def fd(x, y):
    a = x * 1.0
    b = y * 1.0
    return a // b, a % b
print(fd(7.5, 2), fd(-7.5, 2), fd(7.5, -2))
try:
    fd(1.0, 0.0)
except ZeroDivisionError as e:
    print(e)
import builtins
old = builtins.len
def g(xs):
    t = 0
    for i in range(3):
        t += len(xs)
        if i == 1:
            builtins.len = lambda x: 100
    return t
print(g([1, 2]))
builtins.len = old
print(g([1]))
builtins.len = old
class P:
    def __len__(self): return 7
print(f([1], P()))
def shadow(len):
    return len([1])
print(shadow(lambda x: 5))
def tr():
    try:
        return len(5) + 1
    except TypeError as e:
        return str(e)
print(tr())
