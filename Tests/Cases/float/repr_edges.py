"""repr of floats: shortest digits, the switch to exponents, signed zero."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (1e15, 1e16, 1e17, 123456789012345680.0, 9999999999999998.0, 99999999999999990.0)))
print(attempt(lambda: (0.0001, 0.00001, 0.00012345, 1e-5, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308)))
print(attempt(lambda: (-0.0, 0.0, -1e-7, 1e100, 1e22, 1e23, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e2)))
print(attempt(lambda: (str(1.0), repr(1.5), f'{1.0}', f'{1e16}', '%s' % 1e16, '%r' % 1e-5)))
print(attempt(lambda: (float('nan'), -float('nan'), float('inf'), -float('inf'))))
print(attempt(lambda: ([1.0, -0.0], (1e300 * 1e10,), {0.5: -1.5})))
print(attempt(lambda: (9007199254740992.0, 9007199254740993.0, 4503599627370497.5, 5e-5, 123e-7)))
