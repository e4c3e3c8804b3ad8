# pow: negative exponents, modulus, inverse, and wrong types.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for args in ((2, 10), (2, -1), (-2, 3), (0, 0), (0, 5), (-1, 10 ** 9), (10, 30), (2, 100, 7), (3, -1, 7), (2, -3, 5), (5, 0, 1), (-3, 3, 5), (3, 3, -5)):
    t(pow, *args)
for args in ((0, -1), (2, -1, 4), (2, 2, 0), (2, 2.0, 3), (2.0, 2, 3), (2, 'a'), ('a', 2), (2, 3, None), (2, 3, 1.5)):
    t(pow, *args)
t(pow, 2, exp=3)
t(pow, base=2, exp=3, mod=5)
