# in on strings: parts, the empty text, wrong types.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print('a' in 'abc', 'bc' in 'abc', '' in '', '' in 'a', 'x' in 'abc', 'é' in 'aé', 'abc' in 'ab', 'A' not in 'abc')
for f in (lambda: 1 in 'a', lambda: None in 'a', lambda: b'a' in 'a', lambda: 'a' in 5, lambda: 'a' in None):
    t(f)
