# ** of floats: signs, zero, nan, one, infinities, complex results.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


nan, inf = float('nan'), float('inf')
for a, b in ((2.0, 0.5), (2.0, -1), (0.0, 0), (nan, 0), (1.0, nan), (1.0, inf), (-1.0, inf), (0.5, inf), (2.0, -inf), (inf, -1), (-inf, 3), (-0.0, 3), (-2.0, 2), (-2.0, 3), (1e200, 2.0), (-8.0, 1 / 3)):
    t(lambda: a ** b)
t(lambda: 0.0 ** -1)
t(lambda: (-0.0) ** -3)
t(lambda: 2.0 ** 'a')
t(lambda: 10.0 ** 400)
t(pow, 2.0, 3, 4)
