# Comparisons of floats and ints that a conversion would get wrong.
x = 2.0 ** 53
print(x == 2 ** 53, x == 2 ** 53 + 1, x < 2 ** 53 + 1, x > 2 ** 53 - 1, 1e300 == 10 ** 300, 1e300 < 10 ** 300, float('inf') > 10 ** 1000, float('-inf') < -10 ** 1000, float('nan') < 10 ** 1000)
print(sorted([2 ** 53 + 1, 2.0 ** 53, 2 ** 53 - 1, 1e16, 10 ** 16 + 1]), {2 ** 53: 'a'}.get(2.0 ** 53), 2 ** 53 + 1 in {2.0 ** 53})
