# complex arithmetic, powers, division by zero, order.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, a ** 0.5, a ** -1, -a, +a, abs(a), a.conjugate(), a.real, a.imag, a == 3 + 4j, a != b, a + 1, 2.5 * a, 1 - a, hash(a), hash(3 + 0j), bool(0j), 0j ** 0)
for f in (lambda: a / 0, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a < b, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: int(a), lambda: float(a), lambda: round(a), lambda: abs(complex(1e308, 1e308)), lambda: pow(a, 2, 3)):
    t(f)
