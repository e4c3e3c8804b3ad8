# Format specifications for floats.
values = (0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e20, 2.5, 0.05, float('inf'), float('-inf'), float('nan'))
for spec in ('', 'f', '.0f', '.2f', '10.3f', '<10.1f', '+.1f', ' .1f', '010.2f', ',.2f', '_.1f', 'e', '.2e', 'E', 'g', '.3g', 'G', '#.3g', '%', '.1%',
             '.3', '10', '^12.2f', '*>9.1f', '#.0f', 'n', '.10', 'z.0f'):
    print(spec, [format(v, spec) for v in values])
for spec in ('d', 's', 'x', '.f'):
    try:
        format(1.5, spec)
    except ValueError as e:
        print(e)
