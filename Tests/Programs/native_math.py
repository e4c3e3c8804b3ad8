import math
from math import *

values = [0.0, -0.0, 1, -1, 0.5, -0.5, 2, 3.7, -3.7, 1e-300, 1e300, 5e-324, inf, -inf, nan, 10**400, True, 7, 171, 170.5, -1.5, 1e-21, 200.5, -200.5,
          23.0, 24.0, 100, 1000, "a", None, 12345678901234567890]


def show(label, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(label, args, type(error).__name__, error)
    else:
        print(label, args, keywords, hash(result) if isinstance(result, int) and abs(result) > 10**200 else repr(result))


one = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil", "cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1",
       "fabs", "floor", "frexp", "gamma", "isfinite", "isinf", "isnan", "lgamma", "log", "log10", "log1p", "log2", "modf", "radians", "sin",
       "sinh", "sqrt", "tan", "tanh", "trunc", "ulp", "isqrt"]
for name in one:
    for value in values:
        show(name, getattr(math, name), value)
    show(name, getattr(math, name))
    show(name, getattr(math, name), 1, 2, 3)
for name in ["atan2", "copysign", "fmod", "pow", "remainder", "nextafter", "hypot", "log", "isclose"]:
    for x in values[:17] + [7, "a"]:
        for y in values[:17]:
            show(name, getattr(math, name), x, y)
for n in range(30):
    show("factorial", factorial, n)
for n in [100, 1000, 20000, -1, 1.5, "x", 10**30, -10**30]:
    show("factorial", factorial, n)
for n in [*range(40), 2**63, 2**64 - 1, 2**64, 10**40, 10**41 + 7, (10**30 + 1)**2, (10**30 + 1)**2 - 1, (10**300 + 1)**2 - 1]:
    show("isqrt", isqrt, n)
for n in [0, 1, 2, 5, 10, 52, 67, 68, 100, 1000, 10**20]:
    for k in [0, 1, 2, 5, 26, 33, 50, 99, 100]:
        show("comb", comb, n, k)
        show("perm", perm, n, k)
show("comb", comb, 10**20, 10**19 * 5)
show("perm", perm, 5)
show("perm", perm, 5, None)
show("perm", perm)
show("comb", comb, -1, 1)
show("comb", comb, 1, -1)
show("comb", comb, 1.0, 1)
big = 3**200 * 7
for args in [(), (0,), (-5,), (12, 18), (12, -18, 27), (2**70, 2**65 * 3), (big, 3**150 * 14), (big, 0), (0, 0), (1.5,), (10**50, 10**30 + 2), (6, 4, 10**40)]:
    show("gcd", gcd, *args)
    show("lcm", lcm, *args)
sums = [[], [0.1] * 10, [1e100, 1.0, -1e100], [1e308, 1e308], [inf, 1], [inf, -inf], [nan, 1], [2**53, -0.5, -2**-54], [1, 2.5, 10**400],
        [10**16, 1.0, 1e-16], ["a"], 5, [1e16, 1.0, 1e16, -1e16, 1e-16]]
for s in sums:
    show("fsum", fsum, s)
    show("prod", prod, s)
    if isinstance(s, list):
        show("sumprod", sumprod, s, s)
        show("hypot", hypot, *s)
        show("dist", dist, s, s[::-1])
show("prod", prod, [2, 3], start=4)
show("prod", prod, [], start="a")
show("prod", prod, [3], start="a")
show("prod", prod, [2], 3)
show("prod", prod)
show("sumprod", sumprod, [1, 2], [3])
show("sumprod", sumprod, [2**62, 2**62, 1.5], [4, 4, 2])
show("sumprod", sumprod, [0.1, 0.2, 3], [0.3, 10**400, 1])
show("sumprod", sumprod, [0.1, 2, True], [3, 0.7, 0.5])
show("dist", dist, (1,), (1, 2))
print(dist(iter([3, 4]), [0, 0]))
show("hypot", hypot, 5e-324, 5e-324)
show("hypot", hypot, 1e-310, 2e-310, 3e-311)
show("fma", fma, 0.1, 10.0, -1.0)
show("fma", fma, inf, 0, 1)
show("fma", fma, 1e300, 1e300, 1)
show("fma", fma, 1, 2)
for x, e in [(1.5, 3), (1, 2000), (1, -2000), (5e-324, 1074), (1.75, -1074), (1.25, -1074), (0.0, 10**30), (1, 10**30), (-1, 10**30), (1, -10**30), (1, 1.5), ("a", 1)]:
    show("ldexp", ldexp, x, e)
show("nextafter", nextafter, 1, 2, steps=5)
show("nextafter", nextafter, 0.0, -1, steps=3)
show("nextafter", nextafter, -5e-324, 1, steps=2)
show("nextafter", nextafter, -5e-324, 1, steps=1)
show("nextafter", nextafter, 1, 2, steps=0)
show("nextafter", nextafter, 1, 2, steps=2**70)
show("nextafter", nextafter, 1, 2, steps=-1)
show("nextafter", nextafter, 1, 2, steps=1.5)
show("nextafter", nextafter, -1e308, 1e308, steps=2**63)
show("isclose", isclose, 1, 1.0000000001)
show("isclose", isclose, 1, 1.1, rel_tol=0.1)
show("isclose", isclose, 1, 1.1, abs_tol=0.2)
show("isclose", isclose, 1, 1.1, rel_tol=-1)
show("isclose", isclose, 1)
show("isclose", isclose, 1, 2, 3)
show("isclose", isclose, 1, 2, foo=3)
show("log", log, 8, 2)
show("log", log, 10**500, 10)
show("log", log, 2, 1)
show("log", log, 2, 0)
show("log2", log2, 2**1100)
show("log10", log10, 10**1000)
show("sin", sin, x=1)


class Rounded:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 2.25

    def __index__(self):
        return 6


r = Rounded()
print(floor(r), ceil(r), trunc(r), sqrt(r), gcd(r, 4), factorial(r), hypot(r, 3))
print(math.__name__, math.__doc__, math.pi, e, tau, -inf, nan)
print([name for name in dir(math) if name not in ("__file__", "__loader__", "__spec__")])
math.pi = 3
print(math.pi, pi)
math.answer = 42
print(math.answer)
del math.answer
try:
    math.answer
except AttributeError as error:
    print(error)
try:
    from math import nothing
except ImportError as error:
    print(str(error)[:39])
import sys
print(sys.modules["math"] is math)
print(math.sin, type(math.sin), math.sin.__name__, math.sin.__module__, math.sin.__self__ is math)
