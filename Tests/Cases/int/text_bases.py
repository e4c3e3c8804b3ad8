"""Texts of ints in every base: prefixes, underscores, spaces, other digits, and what is refused."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (int(' \t-0x_ff\n', 16))))
print(attempt(lambda: (int('0b101', 0))))
print(attempt(lambda: (int('0o17', 0))))
print(attempt(lambda: (int('010', 0))))
print(attempt(lambda: (int('0', 0))))
print(attempt(lambda: (int('00_0', 0))))
print(attempt(lambda: int('1__0')))
print(attempt(lambda: int('_1')))
print(attempt(lambda: int('1_')))
print(attempt(lambda: int('\u0663\u0664')))
print(attempt(lambda: int('\u0663x')))
print(attempt(lambda: (int('z', 36), int('Zz', 36))))
print(attempt(lambda: (int('z', 35))))
print(attempt(lambda: (int('0x', 16))))
print(attempt(lambda: int('')))
print(attempt(lambda: int('  ')))
print(attempt(lambda: int('+ 1')))
print(attempt(lambda: int('1\x00')))
print(attempt(lambda: int(b' 12 ')))
print(attempt(lambda: int(b'1x')))
print(attempt(lambda: (int(bytearray(b'77'), 8))))
print(attempt(lambda: (int('10', 1))))
print(attempt(lambda: (int('10', 37))))
print(attempt(lambda: (int('10', -1))))
print(attempt(lambda: (int(10, 2))))
print(attempt(lambda: int(base=10)))
print(attempt(lambda: (int('10', '2'))))
print(attempt(lambda: (int('10', 2.0))))
print(attempt(lambda: int(None)))
print(attempt(lambda: int([])))
print(attempt(lambda: int('1' * 5000)))
print(attempt(lambda: int('x' * 300)))
