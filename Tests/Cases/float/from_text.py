# float() of text in every form, and what it refuses.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('1', '1.', '.5', '1e5', '1E-5', ' 2.5\n', '+3', '-.5e+1', '1_0.5_0', 'nan', 'NaN', '-nan', 'inf', 'Infinity', '-INFINITY', '1e400', '-1e400', '1e-400', '٣.٥', '0x1p3'):
    t(float, s)
for s in ('', ' ', '1__0', '_1', '1_', '1e', 'e5', '.', '1.5.2', '--1', 'in', 'infin', '1 2', 'abc', '1,5', b'1.5', bytearray(b'2'), b'x', None, [], 1j):
    t(float, s)
t(float)
t(float, 1, 2)
t(float, x=1)
