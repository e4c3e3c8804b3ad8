# Euclid's algorithm and Miller-Rabin on numbers around and beyond 64 bits.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)

def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True

print(gcd(2**64, 6**30), gcd(-48, 18), gcd(0, 5), gcd(10**30 + 57, 10**20))
print([n for n in range(60) if is_prime(n)])
print([2**63 - k for k in range(1, 60) if is_prime(2**63 - k)])
print([2**64 + k for k in range(0, 60) if is_prime(2**64 + k)])
print(is_prime(2**127 - 1), is_prime(2**128 + 1))
