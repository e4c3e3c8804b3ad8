# Methods of float.
print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-0.1).as_integer_ratio())
print((1.0).hex(), (0.1).hex(), (-2.5).hex(), float.fromhex('0x1.8p3'), float.fromhex('0x1.999999999999ap-4'))
print((3.7).__int__(), (3.7).__floor__(), (3.2).__ceil__(), (-3.7).__trunc__(), (1.5).real, (1.5).imag, (1.5).conjugate())
print(abs(-2.5), divmod(-7.5, 2), pow(2.0, 3), int(-2.9), hash(2.5), float('1e3').__repr__())
try:
    float('inf').as_integer_ratio()
except OverflowError as e:
    print(e)
