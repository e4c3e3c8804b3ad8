# round with digits: correct, half to even, big digits.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for x, n in ((2.5, None), (3.5, None), (-2.5, None), (2.675, 2), (1.005, 2), (0.5, 0), (1.5, 0), (1234.5678, -2), (1e22, 2), (5e-324, 300), (1.5, 400), (1e308, -308), (1e300, -400), (0.15, 1), (0.25, 1), (0.35, 1)):
    print(x, n, repr(round(x, n) if n is not None else round(x)))
t(round, 1e308, -309)
t(round, 1.7e308, -308)
t(round, 1.5, 'a')
