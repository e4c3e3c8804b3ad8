# The mini-language for text, and where it refuses.
for spec in ('', 's', '5', '<5', '>5', '^5', '*^7', '.2', '5.1', '05', '0>5', '日<4', '.0', '^', '-<8s', '<05'):
    print(repr(spec), repr(format('abc', spec)))
for spec in ('d', '+', '-', ' ', ',', '_', '#', '=5', '=', '5.', '.x', 'x', '5d', '+s', 'z', ',s', '\0x'):
    try: print(repr(spec), repr(format('abc', spec)))
    except ValueError as e: print(repr(spec), e)
for v in (True, None, [], (), {}, b'a', ..., int, range(2), 1j):
    for spec in ('', '>8', 'd'):
        try: print(repr(format(v, spec)), end=' ')
        except (TypeError, ValueError) as e: print(e, end=' ')
    print()
