"""Ratios, is_integer, hashes, comparisons and arithmetic with special values."""
nan = float('nan')
inf = float('inf')


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ((0.5).as_integer_ratio(), (-0.0).as_integer_ratio(), (1e20).as_integer_ratio(), (5e-324).as_integer_ratio()[0])))
print(attempt(lambda: inf.as_integer_ratio()))
print(attempt(lambda: nan.as_integer_ratio()))
print(attempt(lambda: ((2.0).is_integer(), (2.5).is_integer(), inf.is_integer(), nan.is_integer(), (1e300).is_integer())))
print(attempt(lambda: (hash(1.0) == hash(1), hash(0.5), hash(inf), hash(-inf), hash(-1.0), hash(1e300), hash(-0.0), hash(2.0**61))))
print(attempt(lambda: (nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], inf == inf, inf > 10**1000, -inf < -10**1000)))
print(attempt(lambda: (inf - inf, inf * 0, inf / inf, 0 * -1.5, -0.0 + 0, -0.0 + -0.0, 1e308 * 10, -1e308 * 10)))
print(attempt(lambda: (inf // 1, 1 // inf, -1 // inf, 1 % inf, -1 % inf, 1 % -inf)))
print(attempt(lambda: (inf % 2, nan // 1, divmod(inf, 1))))
print(attempt(lambda: (5.5 // 2, 5.5 % 2, -5.5 % 2, 5.5 % -2, divmod(-5.5, 2), 1e-300 // 1e300, -1e-300 // 1e300, -1e-300 % 1e300)))
print(attempt(lambda: (inf ** 0, nan ** 0, 1 ** nan, 0.0 ** inf, (-1) ** inf, (-inf) ** 3, (-inf) ** -3, 2.0 ** -1075, (-2.0) ** 3)))
print(attempt(lambda: (-2.0) ** 0.5))
print(attempt(lambda: 0.0 ** -1))
print(attempt(lambda: (1 / inf, 1 / -inf, max(nan, 1), max(1, nan), min(nan, 1), sorted([3.0, -inf, inf, -0.0, 0]))))
print(attempt(lambda: 1.0 + 'x'))
print(attempt(lambda: 1.0 & 1))
print(attempt(lambda: -None))
print(attempt(lambda: ~1.5))
print(attempt(lambda: (abs(-0.0), +(-0.0), -(0.0), abs(nan), bool(nan), bool(-0.0), bool(5e-324))))
print(attempt(lambda: (float.__getformat__('double'), float.__getformat__('float'))))
print(attempt(lambda: float.__getformat__('x')))
print(attempt(lambda: ((1.5).conjugate(), (1.5).real, (1.5).imag, (1.5).__getnewargs__(), (2.0).__int__(), (2.5).__float__())))
