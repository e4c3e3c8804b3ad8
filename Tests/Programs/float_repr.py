# Shortest text that reads back as the same float.
for x in (0.0, -0.0, 1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345678.0, 1e22, 1e23, 1.5e300,
          5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.0001, 0.00001, 123.456, -1e-7, 100.0, 3.14159265358979):
    print(x, repr(x), str(-x))
    assert float(repr(x)) == x
print([1.0, 2.5], (0.1,), {'k': 1e100})
print(float('inf'), float('-inf'), float('nan'), -float('inf'))
