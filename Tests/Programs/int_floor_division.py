# Floor division rounds towards minus infinity for every combination of signs.
for a in (7, -7, 0, 1, -1, 2**31, -2**31, 2**63, -2**63, 10**30, -10**30):
    for b in (2, -2, 3, -3, 7, -7, 2**32, -2**32, 10**19, -10**19):
        print(a, b, a // b)
q = 17
q //= -5
print(q)
print((-1) // 2**70, 1 // -2**70, 2**70 // 2**70, -2**70 // 2**70)
