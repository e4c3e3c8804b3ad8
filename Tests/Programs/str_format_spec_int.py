# Format specifications for ints.
for spec in ('', 'd', '5', '<5', '>5', '^5', '05', '+', ' ', '+d', ',', '_', 'x', 'X', '#x', '#o', '#b', 'b', 'o', '08b', '#010x', '*^9', '=+6',
             '0=6', ',d', '_x', '_b', '010,', 'e', '.2f', 'g', '%', '.1%', 'n', '>+8,'):
    print(spec, [format(v, spec) for v in (0, 42, -42, 1234567, 2**70)])
print(format(65, 'c'), format(True, 'd'), format(True), f'{True:5}|', f'{128512:c}')
for value, spec in ((1, 's'), (1, '.2d'), (1, 'q'), (1, ',x'), (1, '5.'), (1, '+c'), (-1, 'c')):
    try:
        print(format(value, spec))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
