# Float expressions are evaluated in order, in double precision, without contraction or reassociation.
a, b, c = 1e16, 1.0, -1e16
print(a + b + c, a + c + b, (a + b) + c, a + (b + c))
x, y, z = 0.1, 10.0, -1.0
print(x * y + z, x * 3, 0.1 * 3, 0.1 + 0.1 + 0.1, 3 * 0.1 == 0.3)
p = 1.0 + 2**-27
print(p * p - 1.0, p * p - (1.0 + 2**-26), (p * p) % 1)
def poly(coefficients, v):
    r = 0.0
    for k in coefficients:
        r = r * v + k
    return r
print(poly([1.1, -2.2, 3.3, -4.4], 1.7), poly([1, 2, 3], 0.1), poly([1, 2, 3], 5))
def dot(u, v):
    t = 0.0
    for i in range(len(u)):
        t += u[i] * v[i]
    return t
u = [1 / (i + 1) for i in range(50)]
v = [(i * 7919 % 101) / 10.0 - 5 for i in range(50)]
print(dot(u, v), dot(v, v), sum(i * j for i, j in zip(u, v)))
def integrate(f, lo, hi, n):
    h = (hi - lo) / n
    s = 0.5 * (f(lo) + f(hi))
    for i in range(1, n):
        s += f(lo + i * h)
    return s * h
print(integrate(lambda t: t * t, 0, 1, 1000), integrate(lambda t: 4 / (1 + t * t), 0, 1, 2000), integrate(lambda t: t ** 0.5, 0, 2, 100))
def newton(n):
    g = n / 2
    for _ in range(30):
        g = (g + n / g) / 2
    return g
print(newton(2), newton(1e10), newton(0.5), 2 ** 0.5, 1e10 ** 0.5)
x, r = 0.5, 3.9
for _ in range(200):
    x = r * x * (1 - x)
print(x)
print(5e-324 / 2, 5e-324 * 1.5, 2.2250738585072014e-308 / 3, 1.7976931348623157e308 + 1e291, 0.1 - 0.3 + 0.2, -0.1 // 0.3, -0.1 % 0.3, 1e300 * 1e10 - 1e308)
print(int(1e22), int(2**53 + 1.0), 2**53 + 1 + 0.0, 10**22 * 1.0, (2**63 - 1) * 1.0, 1 - 0.9, 3.0 * 1.1, 1.1 ** 10, 7 ** -3, 2.5 // 0.1, 2.5 % 0.1)
