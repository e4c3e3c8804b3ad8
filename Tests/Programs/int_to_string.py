# Decimal, hexadecimal, octal and binary text of small and large numbers.
for n in (0, 7, -7, 255, -255, 2**31, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 10**18, 10**19, 3**80, -3**80):
    print(str(n), repr(n), hex(n), oct(n), bin(n))
print(0xdeadbeef, 0o777, 0b1010, 1_000_000, 0XFF)
print(len(str(7 ** 400)), str(7 ** 400)[:10], str(7 ** 400)[-10:])
