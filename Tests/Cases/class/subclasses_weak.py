# __subclasses__, __base__, __bases__ assignment.
class A:
    def f(self): return 'A'
class A2:
    def f(self): return 'A2'
class B(A): pass
class C(B): pass
b = C()
print(A.__subclasses__(), b.f())
B.__bases__ = (A2,)
print(b.f(), A.__subclasses__(), A2.__subclasses__(), [k.__name__ for k in C.__mro__])
def attempt(bases):
    try:
        B.__bases__ = bases
        print('fine')
    except TypeError as error:
        print(error)
attempt(5)
attempt(())
attempt((C,))
attempt((int,))
attempt((A, A))
print(C.__base__, int.__base__, object.__base__, bool.__bases__)
