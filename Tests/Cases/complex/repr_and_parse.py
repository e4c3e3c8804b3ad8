"""Texts of complex numbers, in both directions."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (1j, -1j, 1 + 0j, -0j, complex(-0.0, -0.0), complex(0.0, -0.0), complex(1, float('nan')), complex(float('inf'), -float('inf')))))
print(attempt(lambda: (complex('1+2j'), complex(' ( -1.5e3-0.5J ) '), complex('j'), complex('-j'), complex('1'), complex('nan+infj'), complex('1_0+1_0j'))))
print(attempt(lambda: complex('1 + 2j')))
print(attempt(lambda: complex('1+2')))
print(attempt(lambda: complex('')))
print(attempt(lambda: complex('1j+2')))
print(attempt(lambda: complex('(1')))
print(attempt(lambda: (complex('1+2j', 1))))
print(attempt(lambda: (complex(1, '2'))))
print(attempt(lambda: (complex(1, 2), complex(1j, 1j), complex(1, 1j), complex(real=1, imag=2), complex(imag=1.5), complex())))
print(attempt(lambda: complex(None)))
print(attempt(lambda: (complex(1, None))))
print(attempt(lambda: complex([])))
print(attempt(lambda: complex(b'1')))
print(attempt(lambda: (str(1.0 + 1e16j), repr(1e-5j), complex(10**20, 0.1))))
print(attempt(lambda: complex(10**400)))
print(attempt(lambda: ((1 + 2j).real, (1 + 2j).imag, (1 + 2j).conjugate(), abs(3 + 4j), abs(complex(float('inf'), float('nan'))))))
print(attempt(lambda: (hash(1 + 0j) == hash(1), hash(1j), hash(1 + 2j))))
print(attempt(lambda: (setattr(1j, 'real', 2))))
print(attempt(lambda: int(1j)))
print(attempt(lambda: float(1j)))
print(attempt(lambda: round(1j)))
