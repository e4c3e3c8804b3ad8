# Floats in % formatting.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for x in (0.0, 1.5, -2.25, 1e10, 123456.789, float('inf'), float('nan')):
    print('%f %e %g %.0f %.1e %5.1f|%-8.2f|%+g|% g|%08.2f|%#.0f|%G|%s|%r|%a' % ((x,) * 15))
    t(lambda: '%d' % x)
    t(lambda: '%i' % x)
t(lambda: '%x' % 1.5)
t(lambda: '%c' % 1.5)
t(lambda: '%f' % 'a')
t(lambda: '%.*f' % (2, 3.14159))
t(lambda: '%*.*f' % (8, 1, 3.14159))
t(lambda: '%.*f' % ('2', 1.0))
