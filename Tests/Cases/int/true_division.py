# True division: rounding, overflow to OverflowError, tiny results.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for a, b in ((1, 3), (2 ** 53 + 1, 1), (10 ** 400, 10 ** 399), (1, 10 ** 400), (3 * 10 ** 350, 7 * 10 ** 350), (-1, 3), (0, -5), (2 ** 1024, 3)):
    t(lambda: a / b)
t(lambda: 10 ** 400 / 3)
t(lambda: 10 ** 400 / 1e10)
t(lambda: 1 / 0.0)
