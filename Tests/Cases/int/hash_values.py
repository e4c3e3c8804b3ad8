# Hashes of ints equal those of equal floats, and wrap at 2**61 - 1.
for n in (0, 1, -1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 61 - 2, -2 ** 61, 2 ** 64, 10 ** 50, -10 ** 50):
    print(n, hash(n), hash(n) == hash(float(n)) if n == float(n) else '-')
print(hash(True), hash(1.0), hash(2.5), hash(1 + 0j), {1: 'a', 1.0: 'b', True: 'c'})
