# ** with int operands: exact results, negative exponents give floats, 3-argument pow is modular.
print([2 ** k for k in (0, 1, 10, 31, 62, 63, 64, 100)])
print([(-3) ** k for k in range(8)], -3 ** 2)
print(10 ** 50, 0 ** 0, 0 ** 5, 1 ** 1000000)
print(2 ** -1, (-2) ** -3, 10 ** -2)
print(pow(3, 200, 13), pow(2, 10**18, 10**9 + 7), pow(-5, 3, 7), pow(5, 3, -7), pow(7, 0, 1))
print(pow(3, -1, 11), pow(10, -3, 17))
try:
    pow(6, -1, 9)
except ValueError as e:
    print(e)
try:
    pow(2, 3, 0)
except ValueError as e:
    print(e)
try:
    0 ** -1
except ZeroDivisionError as e:
    print(e)
