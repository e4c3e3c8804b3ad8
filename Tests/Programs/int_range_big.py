# range over numbers outside 64 bits, and its length, indexing and membership.
base = 2**63
print(list(range(base - 2, base + 3)))
print(list(range(-base - 2, -base + 2, 2)))
r = range(0, 10**30, 10**29)
print(len(r), r[3], r[-1], 5 * 10**29 in r, 5 in r, r.index(2 * 10**29))
for i in range(2**64, 2**64 - 3, -1):
    print(i)
try:
    len(range(10**30))
except OverflowError as e:
    print(e)
print(range(10**30), range(1, 2, 3))
