# Mixed int and float arithmetic: types and values.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for a, b in ((7, 2.0), (-7, 2.0), (7, -2.0), (7.5, 2), (-7.5, 2), (0, -2.0), (5, 0.1), (2 ** 60, 3.0)):
    print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
for f in (lambda: 1 // 0.0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 10 ** 400 + 1.0, lambda: (-8) ** (1 / 3), lambda: (-8.0) ** 0.5):
    t(f)
