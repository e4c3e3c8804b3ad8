# and, or, xor, invert on small, negative and large numbers behave as infinite two's complement.
values = (0, 1, -1, 6, -6, 2**31, -2**31, 2**63 - 1, -2**63, 2**64 + 5, -2**64 - 5, 3**45, -3**45)
for a in values:
    print(a, ~a, [a & b for b in values])
    print([a | b for b in values])
    print([a ^ b for b in values])
m = 0b1100
m &= 0b0110
m |= 1
m ^= 0xff
print(m)
print((12345).bit_length(), (-256).bit_length(), (0).bit_length(), (2**64).bit_length(), (255).bit_count())
