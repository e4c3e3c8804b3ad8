# getattr, setattr, hasattr, delattr with computed names on instances, classes, modules and functions.
import math, sys


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    x = 1
    def m(self): return 'm'
    @property
    def p(self): raise AttributeError('inside')
    @property
    def q(self): raise ValueError('other')
a = A()
for n in ('x', 'm', 'zz', 'p'):
    print(n, hasattr(a, n), getattr(a, n, 'default') if n != 'm' else getattr(a, n)())
for i in range(3): setattr(a, 'v%d' % i, i)
print(sorted(vars(a)), [getattr(a, 'v' + str(i)) for i in range(3)], getattr(math, 'p' + 'i'), getattr(A, 'm')(a), getattr(len, '__na' + 'me__'))
delattr(a, 'v1'); setattr(A, 'added', lambda self: 'added'); setattr(sys.modules[__name__], 'injected', 5)
print(sorted(vars(a)), a.added(), injected)
for f in (lambda: getattr(a, 'nope'), lambda: getattr(a, 5), lambda: setattr(a, 5, 1), lambda: delattr(a, 'nope'), lambda: delattr(a, 'm'), lambda: setattr(5, 'x', 1), lambda: setattr(int, 'x', 1), lambda: hasattr(a, 'q'), lambda: hasattr(a), lambda: getattr(a), lambda: getattr(None, 'x'), lambda: getattr(a, 'm').zz, lambda: setattr(a.m, 'x', 1), lambda: delattr(A, 'zz'), lambda: hasattr(a, 1)):
    t(f)
print(getattr(a, '', 'empty'), setattr(a, 'with space', 1), getattr(a, 'with space'), vars(a)['with space'])
