"""Powers: negative exponents, moduli of either sign, zero, sizes beyond 64 bits."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (2 ** -1, (-2) ** -3, 10 ** -2)))
print(attempt(lambda: (0 ** 0, 0 ** 5, (-1) ** 10**20)))
print(attempt(lambda: 0 ** -1))
print(attempt(lambda: 0.0 ** -1))
print(attempt(lambda: 0 ** -1.5))
print(attempt(lambda: (-8) ** (1 / 3)))
print(attempt(lambda: (pow(3, -1, 7), pow(38, -1, 97), pow(2, -3, 5))))
print(attempt(lambda: (pow(2, -1, 4))))
print(attempt(lambda: (pow(2, 5, 0))))
print(attempt(lambda: (pow(2, 5, -7), pow(-2, 5, 7), pow(-2, 5, -7))))
print(attempt(lambda: (pow(2, 5, 1), pow(2, 5, -1), pow(0, 0, 1))))
print(attempt(lambda: (pow(2, 5.0, 3))))
print(attempt(lambda: (pow(2.0, 5, 3))))
print(attempt(lambda: (pow(2, 5, None))))
print(attempt(lambda: (pow(2, '5'))))
print(attempt(lambda: (pow(2, 5, 'x'))))
print(attempt(lambda: (pow(7, 10**30, 10**20 + 39))))
print(attempt(lambda: (pow(10**25, -1, 10**26 + 67))))
print(attempt(lambda: (pow(base=2, exp=10, mod=1000))))
print(attempt(lambda: pow(2)))
print(attempt(lambda: (pow(1, 2, 3, 4))))
print(attempt(lambda: (2 ** 64, (-2) ** 63, 3 ** 100)))
print(attempt(lambda: (True ** 2, pow(True, True), pow(False, 0))))
print(attempt(lambda: (2 ** 0.5, 10 ** 400.0)))
print(attempt(lambda: 10.0 ** 400))
