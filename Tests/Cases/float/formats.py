# Format specifications of floats.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for x in (0.0, 1.0, -1.5, 1234567.891, 1e-7, 1e20, float('inf'), float('nan'), -0.0):
    print([format(x, s) for s in ('', 'f', '.0f', '.3f', 'e', '.2e', 'g', '.3g', '%', '.1%', ',', ',.2f', '_.1f', '+', ' ', '010', '<9.1f', '^9.1f', '=+9.1f', 'G', 'E', '#.0f', 'z.0f', 'n', '#g')])
for s in ('d', 'x', 'c', 's', '.f', '10.', 'ff', '.99999999999f'):
    t(format, 1.5, s)
