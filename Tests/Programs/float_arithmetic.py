# Float arithmetic follows IEEE 754; floor division and modulo follow Python's signs.
for a, b in ((7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0), (1e308, 10.0), (0.3, 0.1), (5, 0.5), (-1.0, 1e20)):
    print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(0.1 + 0.2 == 0.3, 0.5 + 0.25, 1e16 + 1, 1e308 * 10, -1e308 * 10)
print(2 ** 0.5, 2.0 ** 10, 2.0 ** -1, (-8.0) ** 2, 1.5 ** 2.5, 10.0 ** 300)
print(-0.0, 0.0 == -0.0, 0.0 * -1, -0.0 + 0.0, 1 + 1.5, 2 * 1.5, 3 - 0.5, 7 // 2.0, 7 % 2.5, 1 / 2)
try:
    10.0 ** 400
except OverflowError as e:
    print(e)
x = 1.5
x += 1
x *= 2
x -= 0.25
x /= 3
x **= 2
x //= 0.5
print(x)
