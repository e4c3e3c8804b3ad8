# Format specifications of strings, and those that they refuse.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for spec in ('', 's', '5', '<5', '>5', '^5', '*^7', '.2', '5.1', 'é>4', '05', '{>4'):
    print(repr(format('abc', spec)))
for spec in ('d', '=5', '+', ',', '#', '.', '5.', 'z', ' ', '_', '.99999999999999999999'):
    t(format, 'abc', spec)
t(format, 'a', 5)
t(format, object(), 'x')
t(format, None, '5')
t(format, [1], '')
