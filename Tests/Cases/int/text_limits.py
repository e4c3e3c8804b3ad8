# The limit on digits of conversions, both ways, and how it is changed.
import sys


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(sys.get_int_max_str_digits())
t(int, '1' * 4300 + '0')
t(lambda: len(str(10 ** 4300)))
t(lambda: len(str(10 ** 4299)))
t(lambda: len('%d' % 10 ** 4299))
sys.set_int_max_str_digits(5000)
print(len(str(10 ** 4300)), int('9' * 4400) > 0)
t(sys.set_int_max_str_digits, 100)
t(sys.set_int_max_str_digits, -1)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)), len(hex(10 ** 6000)))
