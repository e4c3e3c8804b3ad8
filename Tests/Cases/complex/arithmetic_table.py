"""Operations of complex numbers, with reals, zero and overflow."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ((1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (1 + 2j) + 1, 1 - 1j, 2 * 1j, 1.5 / 2j)))
print(attempt(lambda: (1j ** 2, 1j ** -1, (1 + 1j) ** 0.5, 2 ** 1j, 0j ** 0, (1 + 2j) ** 3, (1 + 2j) ** -2, (1 + 2j) ** 2.0)))
print(attempt(lambda: 0j ** -1))
print(attempt(lambda: 0 ** 1j))
print(attempt(lambda: 0 ** -1j))
print(attempt(lambda: 1j / 0))
print(attempt(lambda: 1 / 0j))
print(attempt(lambda: 1j // 1))
print(attempt(lambda: 1j % 1))
print(attempt(lambda: (divmod(1j, 1))))
print(attempt(lambda: (pow(1j, 2, 3))))
print(attempt(lambda: 1j < 1))
print(attempt(lambda: (1j == 1, 1 + 0j == 1, 1.0 == 1 + 0j, 10**400 == 1j, 'a' == 1j, 1j != 1j)))
print(attempt(lambda: abs(1e308 + 1e308j)))
print(attempt(lambda: (1e200 + 1e200j) * 1e200))
print(attempt(lambda: (-(1 + 0j), +1j, bool(0j), bool(1e-300j), not -0j)))
print(attempt(lambda: ~1j))
print(attempt(lambda: 1j + 'x'))
print(attempt(lambda: 1j & 1))
print(attempt(lambda: (1e300j) ** 2))
print(attempt(lambda: (sum([1j, 2j], 1))))
print(attempt(lambda: (max(1j, 2j))))
print(attempt(lambda: (sorted([1j, 2]))))
print(attempt(lambda: (format(1 + 2j, '.2f'), format(1 + 2j), format(-1.5j, 'g'), format(1 + 2j, '>12'), format(1234 + 5678j, ','))))
print(attempt(lambda: (format(1j, '=10'))))
print(attempt(lambda: (format(1j, '010'))))
print(attempt(lambda: (format(1j, 'd'))))
print(attempt(lambda: (format(1j, '%'))))
print(attempt(lambda: '%d' % 1j))
print(attempt(lambda: '%f' % 1j))
print(attempt(lambda: ('%s %r' % (1j, 2 - 0j))))
