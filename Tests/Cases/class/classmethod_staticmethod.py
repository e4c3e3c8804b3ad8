# classmethod and staticmethod objects: wrapping, calling, attributes.
class A:
    @classmethod
    def c(cls, *a): "cdoc"; return cls.__name__, a
    @staticmethod
    def s(*a): "sdoc"; return a
    @classmethod
    def over(cls): return 'A'
class B(A):
    @classmethod
    def over(cls): return 'B' + super().over()
print(A.c(1), B().c(2), A.s(1), B().s(2), B.over())
raw = vars(A)['c'], vars(A)['s']
print(raw[0].__func__('cls'[0:3].__class__), raw[1](5), raw[0].__wrapped__ is raw[0].__func__, raw[0].__doc__, raw[1].__name__)
try:
    raw[0]()
except TypeError as error:
    print(error)
print(repr(raw[1]).startswith('<staticmethod(<function A.s at'), repr(raw[0]).startswith('<classmethod(<function A.c at'))
print(A.c.__self__ is A, A.c == A.c, A.c == B.c)
class D:
    call = classmethod(lambda cls: cls)
    num = staticmethod(5)
print(D.call() is D, D.num, D().num)
