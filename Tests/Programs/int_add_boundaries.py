# Addition and subtraction across the 31-, 62-, 63- and 64-bit boundaries.
def around(base):
    for delta in (-2, -1, 0, 1, 2):
        yield base + delta

for exponent in (30, 31, 32, 61, 62, 63, 64):
    for value in around(2 ** exponent):
        print(exponent, value, value + 1, value - 1, -value, -value - 1, -value + 1)

x = 9223372036854775807
x += 1
print(x)
x -= 1
print(x)
y = -9223372036854775808
y -= 1
print(y)
y += 1
print(y, -y, abs(y))
