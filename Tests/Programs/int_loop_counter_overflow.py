# A loop counter that runs past 2**63 keeps counting exactly.
i = 2**63 - 5
steps = 0
while steps < 10:
    i += 1
    steps += 1
    print(i)

def count(start, step, times):
    total = 0
    for _ in range(times):
        start = start + step
        total = total + start
    return start, total

print(count(2**63 - 3, 1, 6))
print(count(-2**63 + 3, -1, 6))
print(count(0, 2**60, 20))
