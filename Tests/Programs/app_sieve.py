# Prime sieves three ways, prime counts, factorisation and perfect numbers.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
        i += 1
    return [i for i, f in enumerate(flags) if f]

def sieve_bytes(n):
    flags = bytearray([1]) * (n + 1)
    flags[0] = flags[1] = 0
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = 0
    return [i for i in range(n + 1) if flags[i]]

def incremental():
    composites = {}
    n = 2
    while True:
        if n in composites:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)
        else:
            yield n
            composites[n * n] = [n]
        n += 1

def factor(n):
    out = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            out[d] = out.get(d, 0) + 1
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out

def divisors_sum(n):
    total = 1
    for p, k in factor(n).items():
        total *= (p ** (k + 1) - 1) // (p - 1)
    return total

a, b = sieve(5000), sieve_bytes(5000)
print(len(a), a[:12], a[-3:], a == b, sum(a))
gen = incremental()
print([next(gen) for _ in range(25)], all(x == y for x, y in zip(incremental(), a)))
for n in (1, 2, 97, 360, 1001, 65536, 999983, 600851475143, 2**31 - 1):
    print(n, factor(n), divisors_sum(n))
print([n for n in range(2, 9000) if divisors_sum(n) == 2 * n])
print([(p, p + 2) for p in a if p + 2 in set(a[:60])][:8])
