# int() of strings: signs, white space, underscores, bases, and the messages of what is refused.
for text in ('0', '42', '-42', '+7', '  12\n', '1_000_000', '00012', '9' * 30, '-' + '8' * 25, '\u0664\u0662'):
    print(repr(text), int(text))
for text, base in (('ff', 16), ('0xFF', 16), ('-0b101', 2), ('zz', 36), ('0o17', 8), ('0x1f', 0), ('0b11', 0), ('10', 3)):
    print(text, base, int(text, base))
for text in ('', ' ', 'abc', '1.5', '1__0', '_1', '1_', '0x10', '--1', '12a', '1 2'):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
for text, base in (('2', 2), ('g', 16), ('08', 0), ('1', 1), ('1', 40)):
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
