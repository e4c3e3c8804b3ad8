# Zero-argument super in nested functions, comprehensions, lambdas and generators.
class A:
    def f(self, n=0): return 'A.f%d' % n
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
class B(A):
    def f(self, n=0):
        def inner(self): return super().f(n)
        return [inner(self), (lambda self: super(B, self).f(7))(self), (lambda me: super().f(8))(self)]
    def g(self): return [super(B, self).f(i) for i in range(2)]
    def h(self):
        yield super().f(5)
    @classmethod
    def c(cls): return 'B' + super().c()
    @property
    def p(self): return super().f()
b = B()
print(b.f(), b.g(), list(b.h()), B.c(), b.p)
def outside(self): return super().f()
B.outside = outside
try:
    b.outside()
except RuntimeError as error:
    print(error)
