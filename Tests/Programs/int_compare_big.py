# Comparisons between machine-sized and large numbers, floats and bools.
values = [0, 1, -1, 2**31, 2**62, 2**63 - 1, 2**63, 2**64, -2**63, -2**63 - 1, -2**64, 10**25, -10**25]
for a in values:
    print(''.join('<' if a < b else '=' if a == b else '>' for b in values),
          ''.join('T' if a <= b else 'F' for b in values), ''.join('T' if a != b else 'F' for b in values))
print(sorted(values), max(values), min(values))
print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, -10**400 < 1e308)
print(True == 1, False < 1, True + True, 1 == 1.0, 2**64 == 2.0**64)
