# The mini-language for floats.
values = (0.0, -0.0, 1.5, -1234567.891, 1e100, 1e-7, float('inf'), float('nan'))
for spec in ('', '.0', '.3', 'f', '.0f', '#.0f', 'e', '.0e', '#.0e', 'g', '#g', '.3g', 'G', 'E', 'F', '%', '.1%', 'n', ',', '_', ',.2f', '+', ' ', '010', '010.2f', '<10.1f', '=10', '=+10.1f', '*^12.2e', 'z', 'z.0f', 'z.1f', '.17g', ',.3', '_g', '+010,.1f'):
    print(repr(spec), [format(v, spec) for v in values])
for spec in ('d', 'x', 'c', 's', 'b', '.f', '..2', ',_', '.999999999999999999999f', 'zz', 'q'):
    try: print(repr(spec), format(1.5, spec))
    except ValueError as e: print(repr(spec), e)
