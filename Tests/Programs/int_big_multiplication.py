# Products of numbers with many digits, checked by division and by digit sums.
a = 123456789 ** 20
b = 987654321 ** 15
p = a * b
print(p)
print(p // b == a, p % a, p // a == b)
print(sum(int(d) for d in str(p)))
square = (10**200 + 7) ** 2
print(square == 10**400 + 14 * 10**200 + 49)
print(str(square)[:5], str(square)[-5:], len(str(square)))
print((-a) * b == -p, (-a) * (-b) == p, a * 0, 0 * -b)
