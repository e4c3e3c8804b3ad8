# C3 order, and the refusal when no order exists.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C, B): pass
print([k.__name__ for k in D.__mro__])
for bases in ((D, E), (A, B), (A, A), (object, A), (B, A, C)):
    try:
        print([k.__name__ for k in type('X', bases, {}).__mro__])
    except TypeError as error:
        print(type(error).__name__, error)
