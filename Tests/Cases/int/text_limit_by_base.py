"""The limit of digits of texts, its message, and the bases it does not hold for."""
import sys


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: sys.get_int_max_str_digits()))
print(attempt(lambda: len(str(10**4299))))
print(attempt(lambda: str(10**4300)))
print(attempt(lambda: repr(-10**4300)))
print(attempt(lambda: f'{10**4300}'))
print(attempt(lambda: '%d' % 10**4300))
print(attempt(lambda: '%x' % 10**4300 == hex(10**4300)[2:]))
print(attempt(lambda: (format(10**4300, 'd'))))
print(attempt(lambda: (format(10**4300, ','))))
print(attempt(lambda: int('9' * 4300) > 0))
print(attempt(lambda: int('9' * 4301)))
print(attempt(lambda: int('-' + '9' * 4301)))
print(attempt(lambda: int('1_' * 4300 + '1')))
print(attempt(lambda: (int('f' * 5000, 16) > 0, int('7' * 5000, 8) > 0, int('1' * 5000, 2) > 0, int('v' * 5000, 32) > 0)))
print(attempt(lambda: (int('9' * 4301, 11))))
print(attempt(lambda: sys.set_int_max_str_digits(639)))
print(attempt(lambda: sys.set_int_max_str_digits(-1)))
print(attempt(lambda: sys.set_int_max_str_digits('x')))
print(attempt(lambda: (sys.set_int_max_str_digits(640), sys.get_int_max_str_digits())))
print(attempt(lambda: int('9' * 641)))
print(attempt(lambda: (sys.set_int_max_str_digits(0), len(str(10**5000)))))
