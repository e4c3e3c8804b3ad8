# Formatting of complex numbers.
values = (0j, 1+2j, -1.5-0.5j, complex('inf'), complex(0.0, -0.0), 1e20+1e-20j)
for spec in ('', '.2', '.3f', 'e', 'g', '>20', '^20.1f', '+', '+.1f', ',', '*<15', 'n', '#.0f', 'z.1f'):
    print(repr(spec), [format(v, spec) for v in values])
for spec in ('d', '=10', '010', '%', 's', 'x', '0>5'):
    try: print(repr(spec), format(1j, spec))
    except ValueError as e: print(repr(spec), e)
print(repr(complex(-0.0, 1)), repr(complex(1, -0.0)), str(-0j), repr(complex('nan+infj')), '%s' % (1+0j))
