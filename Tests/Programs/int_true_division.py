# True division of ints is correctly rounded, also for large operands.
for a, b in ((1, 3), (-1, 3), (7, 2), (2**53 + 1, 1), (10**30, 10**29), (10**400, 10**399), (3**300, 3**298), (1, 10**400),
             (2**63, 2**63 - 1), (2**1000 + 1, 2**999), (0, 5), (-10**25, 7)):
    print(a / b)
try:
    10**400 / 3
except OverflowError as e:
    print(e)
x = 10
x /= 4
print(x)
