# float() of objects: __float__, __index__, subclasses.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __float__(self): return 1.5
class B:
    def __index__(self): return 3
class C:
    def __float__(self): return 1
class D(float):
    def __repr__(self): return 'D'
class E:
    def __float__(self): return D(2.5)
for value in (A(), B(), C(), D(4), E(), 10 ** 30, True):
    t(float, value)
t(float, 10 ** 400)
t(lambda: type(float(D(1))))
import math
t(math.sqrt, A())
t(math.sqrt, B())
t(math.sqrt, C())
t(math.sqrt, 'a')
