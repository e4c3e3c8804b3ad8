"""format() of floats: codes, precision, grouping, sign, z, alternate form, special values."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (format(1234.5678, '.2f'), format(1234.5678, ',.2f'), format(1234.5678, '_.1f'), format(1234.5678, 'e'), format(1234.5678, '.0e'))))
print(attempt(lambda: (format(1234.5678, 'g'), format(1234.5678, '.3g'), format(1e10, 'g'), format(1e-5, 'g'), format(1e6, 'g'), format(999999.5, 'g'))))
print(attempt(lambda: (format(1.0, '#g'), format(1.0, '#.0f'), format(1.0, '#.3g'), format(100.0, '.0e'), format(100.0, '#.0e'))))
print(attempt(lambda: (format(0.256, '%'), format(0.256, '.1%'), format(-0.0, 'z'), format(-0.001, 'z.2f'), format(-0.001, '.2f'), format(-1.5, 'z.1f'))))
print(attempt(lambda: (format(1.5, '010'), format(-1.5, '010'), format(1.5, '+'), format(1.5, ' '), format(1.5, '*^10'), format(1.5, '=+10'), format(1234567.5, '015,'))))
print(attempt(lambda: (format(float('nan'), '010'), format(float('inf'), '+.2f'), format(float('-inf'), 'F'), format(float('nan'), 'E'), format(float('inf'), '%'))))
print(attempt(lambda: (format(1.5, ''), format(1e16, ''), format(1.0, '.3'), format(123456.0, '.3'), format(1e20, ','), format(1.0, 'n'))))
print(attempt(lambda: (format(1.5, 'd'))))
print(attempt(lambda: (format(1.5, 'x'))))
print(attempt(lambda: (format(1.5, 's'))))
print(attempt(lambda: (format(1.5, '.'))))
print(attempt(lambda: (format(1.5, '.2147483648f'))))
print(attempt(lambda: (format(1.5, ',_'))))
print(attempt(lambda: (format(1.5, 'q'))))
print(attempt(lambda: (format(2.5, '.0f'), format(3.5, '.0f'), format(0.5, '.0f'), format(1e22, '.3f'), format(1.1, '.30f'), format(5e-324, '.5e'))))
print(attempt(lambda: ('%.3f|%10.2e|%-8g|%+d|%05.1f|%#.0f' % (1.5, 1234.5, 1.5, 3.9, -2.25, 3.0))))
print(attempt(lambda: '%d' % float('nan')))
print(attempt(lambda: '%d' % float('inf')))
print(attempt(lambda: '%x' % 1.5))
print(attempt(lambda: '%c' % 65.0))
