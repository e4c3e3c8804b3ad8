# Format specifications that ints refuse.
for spec in ('d', 'n', 'c', 'e', '.2f', '%', 'g', '010', '+,', '_d', ',x', '.2d', 's', 'q', '=10', '<5', '^9', '*>8', ' d', '-d', '#d', '#,x', '1000', 'zd', '.', '5.5', '_', ',_', 'b', 'X'):
    try:
        print(repr(format(1234567, spec)), repr(format(-3, spec)))
    except Exception as e:
        print(spec, type(e).__name__, e)
