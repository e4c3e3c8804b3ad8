"""round of floats to digits: halves, big and negative counts, signed zero."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (round(0.5), round(1.5), round(2.5), round(-0.5), round(2**52 + 0.5))))
print(attempt(lambda: (round(2.675, 2), round(0.15, 1), round(0.25, 1), round(0.35, 1), round(1.005, 2), round(5e-324, 323))))
print(attempt(lambda: (round(12345.678, -2), round(15.0, -1), round(25.0, -1), round(5.0, -1), round(-5.0, -1), round(1e300, -300))))
print(attempt(lambda: (round(1.5, 0), round(2.5, 0), round(-0.4, 0), round(-0.04, 1), round(1e22, 0), round(1.1, 400), round(1.1, -400))))
print(attempt(lambda: (round(1.7976931348623157e308, -308))))
print(attempt(lambda: (round(1.5, None), round(1.5, True))))
print(attempt(lambda: (round(1.5, 1.0))))
print(attempt(lambda: (round(1.5, '1'))))
print(attempt(lambda: round('x')))
print(attempt(lambda: round()))
print(attempt(lambda: (round(1.5, ndigits=1), round(number=1.5))))
print(attempt(lambda: (round(1, 2, 3))))
print(attempt(lambda: (round(9007199254740993.0), round(-1e20))))
print(attempt(lambda: ((1.5).__round__(), (1.25).__round__(1), (1.5).__trunc__(), (1.5).__floor__(), (-1.5).__ceil__())))
print(attempt(lambda: (float('nan')).__floor__()))
print(attempt(lambda: (float('inf')).__ceil__()))
