# Hashes of numbers: equal numbers have equal hashes.
print([hash(n) for n in (0, 1, -1, -2, 2**31, 2**60, 2**61 - 2, 2**61 - 1, 2**61, 2**62, 2**63, 2**64, 10**30, -10**30)])
print([hash(x) for x in (0.0, 1.0, -1.0, 0.5, 1e10, 2.0**61, 1e300, float('inf'), float('-inf'))])
print(hash(True), hash(2**70) == hash(2.0**70), hash((1, 2, 3)), hash(()), hash((1, (2, 3.5))))
d = {1: 'one'}
d[1.0] = 'float'
d[True] = 'bool'
print(d)
print({2**64: 'a'}[2.0**64])
