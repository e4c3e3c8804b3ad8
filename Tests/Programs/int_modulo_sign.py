# The remainder has the divisor's sign and satisfies a == (a // b) * b + a % b.
for a in (7, -7, 0, 13, -13, 2**62, -2**62, 2**63 - 1, -2**63, 3**60, -3**60):
    for b in (1, -1, 5, -5, 2**31, -2**31, 2**64 + 1, -2**64 - 1):
        r = a % b
        print(a, b, r, (a // b) * b + r == a)
m = -17
m %= 5
print(m)
