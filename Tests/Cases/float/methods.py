# as_integer_ratio, is_integer, hex, fromhex, conjugate.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for x in (0.0, 0.5, -2.75, 1e300, 5e-324, 1e16):
    print(x.as_integer_ratio(), x.is_integer(), x.hex(), float.fromhex(x.hex()) == x, x.conjugate(), x.real, x.imag)
for s in ('0x1p3', '1.8', '0x.8p1', 'inf', '-nan', '0x1.fffffffffffffp1023', ' 0x1 ', '1p-1'):
    t(float.fromhex, s)
for s in ('', '0x', 'g', '0x1p', '0x1p2000', '1.5.5', 5):
    t(float.fromhex, s)
t(float('inf').as_integer_ratio)
t(float('nan').as_integer_ratio)
print(float.__getformat__('double'))
