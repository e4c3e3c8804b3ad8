# callable, id, hash, repr of objects without methods of their own.
class A: pass
class C:
    def __call__(self): return 'called'
class N: __call__ = None
print(callable(A), callable(A()), callable(C()), callable(len), callable(lambda: 0), callable(5), callable(N()), C()(), callable(C().__call__))
a = A()
print(id(a) == id(a), a == a, a != A(), hash(a) == hash(a), repr(a).startswith('<' + __name__ + '.A object at 0x'), object.__repr__(5)[:15], repr(C.__call__)[:20], repr(A), object() == object(), repr(lambda: 0)[:19])
for f in (lambda: N()(), lambda: A()(), lambda: A(1), lambda: object(1), lambda: A() < A(), lambda: A() + 1, lambda: A()[0], lambda: len(A()), lambda: iter(A()), lambda: -A(), lambda: A() in A(), lambda: A().foo, lambda: A.foo, lambda: int(A()), lambda: abs(A()), lambda: round(A()), lambda: hash([]), lambda: callable()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
