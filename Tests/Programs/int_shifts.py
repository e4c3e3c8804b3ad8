# Shifts: left shifts never lose bits, right shifts floor, negative counts are errors.
for v in (1, -1, 5, -5, 2**40 + 3, -2**40 - 3, 2**63 - 1, -2**63, 3**50, -3**50):
    print(v, [v << s for s in (0, 1, 31, 62, 63, 64, 100)])
    print(v, [v >> s for s in (0, 1, 31, 62, 63, 64, 100)])
x = 1
x <<= 70
x >>= 3
print(x)
print(0 << 10000, 0 >> 10**30, 1 >> 10**30, -1 >> 10**30)
for shift in ('<<', '>>'):
    try:
        print(1 << -1 if shift == '<<' else 1 >> -1)
    except ValueError as e:
        print(shift, e)
