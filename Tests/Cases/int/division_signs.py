# Floor division, modulo and divmod with every combination of signs, small and big.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for a in (7, -7, 0, 2 ** 70 + 3, -2 ** 70 - 3):
    for b in (2, -2, 7, -7, 2 ** 65, -2 ** 65):
        q, r = divmod(a, b)
        print(a // b == q, a % b == r, q * b + r == a, q, r)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 / 0, lambda: 2 ** 70 // 0, lambda: 2 ** 70 % 0, lambda: True // False):
    t(f)
