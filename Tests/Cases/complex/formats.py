# Formats of complex numbers.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for z in (1 + 2j, -1.5j, 0j, complex('nan'), 12345.678 - 0.001j):
    print([format(z, s) for s in ('', '.2f', 'e', 'g', '+.1f', '>20', '.3', ',')])
for s in ('=10', '010', 'd', '%', 'x'):
    t(format, 1j, s)
t(lambda: '%d' % 1j)
t(lambda: '%s %r' % (1j, 2j))
