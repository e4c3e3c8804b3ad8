# Products that just fit and just do not fit machine words.
factors = (3, -3, 2**15, 2**16, 46341, 2**31 - 1, 2**31, -2**31, 2**32 - 1, 2**32, 3037000499, 3037000500, -3037000500,
           2**61, 2**62, -2**62, 2**63 - 1, -2**63)
for a in factors:
    print([a * b for b in factors])
z = 1
for i in range(1, 31):
    z *= i
print(z)
z = 1
while z < 10**40:
    z *= -7
print(z)
