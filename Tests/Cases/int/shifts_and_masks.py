# Shifts and bitwise operators around the word and with negative numbers.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for n in (1, -1, 5, -5, 2 ** 62, -2 ** 62, 2 ** 63, -2 ** 63 - 1, 2 ** 64 + 1):
    print([n << k for k in (0, 1, 2, 63, 64)], [n >> k for k in (0, 1, 2, 63, 64, 200)])
    print(n & 0xff, n | 0xff, n ^ 0xff, ~n, n & -1, n | -2 ** 65, n ^ 2 ** 64, n & 2 ** 63)
t(lambda: 1 << -1)
t(lambda: 1 >> -1)
t(lambda: 0 << -1)
t(lambda: 1 << 2.0)
t(lambda: 1.0 << 2)
t(lambda: 0 << 2 ** 70)
t(lambda: 1 >> 2 ** 70)
t(lambda: -1 >> 2 ** 70)
t(lambda: 1 & 1.0)
t(lambda: 'a' | 1)
