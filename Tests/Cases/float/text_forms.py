"""Texts of floats: signs, underscores, spaces, nan and infinity, and what is refused."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (float(' 1_000.5e-1_0\n'), float('.5'), float('5.'), float('+1E5'), float('\u0661.\u0662'))))
print(attempt(lambda: (float('nan'), float('-NaN'), float('+inf'), float('-Infinity'), float('iNf'))))
print(attempt(lambda: float('1__0')))
print(attempt(lambda: float('_1')))
print(attempt(lambda: float('1_.5')))
print(attempt(lambda: float('1e')))
print(attempt(lambda: float('.')))
print(attempt(lambda: float('')))
print(attempt(lambda: float('0x10')))
print(attempt(lambda: (float('1e400'), float('-1e400'), float('1e-400'), float('-1e-400'))))
print(attempt(lambda: float('1\x00')))
print(attempt(lambda: (float(b'1.5'), float(bytearray(b' 2 ')), float(b'1e3'))))
print(attempt(lambda: float(b'x')))
print(attempt(lambda: float(None)))
print(attempt(lambda: float([])))
print(attempt(lambda: float('infinit')))
print(attempt(lambda: (float('9007199254740993'), float('2.2250738585072011e-308'), float('4.9e-324'), float('2.4e-324'))))
print(attempt(lambda: (float('1' * 400), float('0.' + '0' * 400 + '1'), float('1' + '0' * 308), float('179769313486231580793e289'))))
print(attempt(lambda: float('x' * 100)))
print(attempt(lambda: (float(1, 2))))
print(attempt(lambda: float(x=1)))
print(attempt(lambda: float()))
