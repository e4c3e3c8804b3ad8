# repr is the shortest text that gives the float back.
for x in (0.1, 0.2 + 0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2.0 ** 70, 1 / 3, 100.0, -0.0, 1e22, 1e23, 9007199254740993.0, 0.00001234, 123e-7):
    print(x, repr(x), str(x) == repr(x), float(repr(x)) == x)
print([1.0, 2.5], (0.1,), {1.5: 2.0}, f'{1.0}', '%s' % 1e100)
