"""Floor division, remainder and divmod for every pair of signs, small and big, and their errors."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ([(a // b, a % b) for a in (7, -7) for b in (2, -2)])))
print(attempt(lambda: ([divmod(a, b) for a in (2**70, -2**70) for b in (3, -3, 2**35, -2**69)])))
print(attempt(lambda: ([divmod(a, b) for a in (5, -5, 0) for b in (2**70, -2**70)])))
print(attempt(lambda: (divmod(-2**63, -1), -2**63 // -1, -2**63 % -1)))
print(attempt(lambda: 1 // 0))
print(attempt(lambda: 1 % 0))
print(attempt(lambda: (divmod(1, 0))))
print(attempt(lambda: 2**70 // 0))
print(attempt(lambda: 1 / 0))
print(attempt(lambda: 2**70 / 0))
print(attempt(lambda: 2**70 % 0))
print(attempt(lambda: 1.0 // 0))
print(attempt(lambda: 1.0 % 0))
print(attempt(lambda: (divmod(1.0, 0))))
print(attempt(lambda: (10**400 / 10**399, 10**400 / 3**800)))
print(attempt(lambda: 10**400 / 3))
print(attempt(lambda: (10**400) / 2.0))
print(attempt(lambda: (-7 // 2.0, -7 % 2.0, divmod(-7, 2.0), 7 % -2.0, -0.0 // 1, 0.0 % -3)))
print(attempt(lambda: (5 // True, 5 % True)))
print(attempt(lambda: (divmod(5, 'x'))))
print(attempt(lambda: 5 // None))
