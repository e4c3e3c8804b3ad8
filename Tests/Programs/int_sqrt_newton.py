# Integer square roots of large numbers by Newton's method.
def isqrt(n):
    if n < 0:
        raise ValueError('negative')
    if n == 0:
        return 0
    x = 1 << ((n.bit_length() + 1) // 2)
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y

for n in (0, 1, 2, 3, 4, 15, 16, 17, 2**62, 2**63, 2**64 - 1, 10**20, 10**41, 2 * 10**120):
    r = isqrt(n)
    print(n, r, r * r <= n < (r + 1) * (r + 1))
