# divmod of large numbers by large and small ones, all signs.
n = 3 ** 200
d = 7 ** 50
for x in (n, -n):
    for y in (d, -d, 9, -9, 2**64, -2**64, n, -n, n + 1):
        q, r = divmod(x, y)
        print(q, r, q * y + r == x)
print(divmod(0, n), divmod(-1, n) == (-1, n - 1))
