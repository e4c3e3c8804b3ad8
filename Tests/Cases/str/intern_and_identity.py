# What identity promises: constants of a module, one-character strings, interned names.
import sys


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a = 'hello'
b = 'hello'
print(a is b, sys.intern('x' + 'y') is sys.intern('xy'), str(a) is a, ''.join([a]) is a, a[:] is a, a * 1 == a, '' == 'abc'[3:])
t(sys.intern, 5)
t(sys.intern, type('S', (str,), {})('a'))
