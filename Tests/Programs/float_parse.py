# float() of strings and other values, with its errors.
for text in ('1', '1.5', '-2.5e3', '.5', '5.', '1e5', '1E-5', '  3.25 ', '1_000.5', 'inf', '-Infinity', 'NaN', '+1', '1e400', '1e-400'):
    print(repr(text), float(text))
for text in ('', 'abc', '1.2.3', '1e', '0x10', '1__0', ' '):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print(float(), float(3), float(True), float(2**60), float(10**22))
for bad in (None, [], 'x'):
    try:
        print(float(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    float(10**400)
except OverflowError as e:
    print(e)
