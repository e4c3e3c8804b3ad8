# complex() of objects with __complex__, __float__, __index__.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __complex__(self): return 1 + 2j
class B:
    def __float__(self): return 1.5
class C:
    def __index__(self): return 7
class D:
    def __complex__(self): return 5
class E(complex):
    pass
for v in (A(), B(), C(), D(), E(1, 2)):
    t(complex, v)
    t(complex, 1, v) if not isinstance(v, (A, D, E)) else None
print(type(E(1) + 1), E(2), E(1, 2).real, type(complex(E(1))))
