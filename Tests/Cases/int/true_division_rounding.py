"""Quotients of ints are correctly rounded, whatever their size."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ((2**53 + 1) / 1, (2**53 + 3) / 1, (2**54 + 2) / 2)))
print(attempt(lambda: ((2**1024 - 2**970) / 1, -(2**1024 - 2**970) / 1)))
print(attempt(lambda: (2**1024 - 2**969) / 1))
print(attempt(lambda: (1 / 2**1074, 1 / 2**1075, 3 / 2**1075, 1 / 2**1076, -1 / 2**2000)))
print(attempt(lambda: ((2**200 + 1) / 2**147, (2**200 + 2**147) / 2**147, 10**30 / 7)))
print(attempt(lambda: (float(2**53 + 1), float(2**53 + 3), float(2**64 - 1), float(2**63 - 513))))
print(attempt(lambda: float(10**309)))
print(attempt(lambda: float(-10**309)))
print(attempt(lambda: ((2**53 + 1) * 1.0, 2**53 + 1 == float(2**53 + 1), 2**53 < float(2**53 + 1), 2**53 + 1 > float(2**53))))
print(attempt(lambda: (10**400 > 1e308, 10**400 < float('inf'), -10**400 > float('-inf'), 10**400 == float('nan'), 10**400 != float('nan'))))
