# bit_length, bit_count, as_integer_ratio, conjugate, real and friends.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for n in (0, 1, -1, 255, -256, 2 ** 64, -2 ** 64 + 1, True):
    print(n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.is_integer())
t((5).bit_length, 1)
t(lambda: (5).real.foo)
t(lambda: int.bit_count('a'))
