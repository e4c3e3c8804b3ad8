# The mini-language for ints: every type, sign, grouping, and refusals.
for spec in ('', 'd', '5', '<5', '^5', '>5', '=5', '05', '+', ' ', '-', ',', '_', 'x', 'X', '#x', '#X', 'o', '#o', 'b', '#b', '_x', '_b', 'c', 'n', 'e', '.2f', 'g', '%', '*>8', 'é<6', '=+6', '#010x', '06,', '+_', '020_b', ',.2f', '+.1e', 'z.0f'):
    out = []
    for n in (0, 42, -1234567):
        try: out.append(format(n, spec))
        except (ValueError, OverflowError) as e: out.append(str(e))
    print(repr(spec), out)
for spec in ('.2', '.2d', 's', ',x', ',b', '_,', ',,', 'q', '5q', '+c', ',c', '#c', '99999999999999999999', '.', '{', 'zd', ' x', '=^5', '_n', '+s', 'dd', 'é'):
    try: print(repr(spec), format(42, spec))
    except ValueError as e: print(repr(spec), e)
