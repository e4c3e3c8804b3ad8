# vars and __dict__: live for instances, read-only for classes, absent with slots.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    c = 1
    def __init__(self): self.x = 1
a = A()
vars(a)['y'] = 2; a.__dict__['z'] = 3; a.__dict__.update(w=4)
print(a.y, a.z, vars(a), vars(a) is a.__dict__, 'c' in vars(A), type(vars(A)).__name__, vars(A)['c'])
a.__dict__ = {'only': 1}
print(vars(a), hasattr(a, 'x'))
class S: __slots__ = ('x',)
class T(S): pass
for f in (lambda: vars(S()), lambda: vars(5), lambda: vars(A).__setitem__('q', 1), lambda: setattr(a, '__dict__', 5), lambda: S().__dict__, lambda: vars(1, 2), lambda: setattr(A, '__dict__', {}), lambda: S().x):
    t(f)
print(vars(T()), T().__dict__)
import math
print('pi' in vars(math), vars(math) is math.__dict__)
