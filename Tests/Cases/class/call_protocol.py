# __call__ is looked up on the class; callable() likewise; a chain of callables.
class A:
    def __call__(self, *a, **k): return a, k
a = A()
a.__call__ = lambda: 'instance'
print(a(1, b=2), callable(a), callable(A), callable(5))
class B: pass
b = B()
b.__call__ = lambda: 1
print(callable(b))
try:
    b()
except TypeError as error:
    print(error)
class C:
    __call__ = a
print(C()(5))
class D:
    __call__ = 5
try:
    D()()
except TypeError as error:
    print(error)
class E:
    @property
    def __call__(self): return lambda: 'by property'
print(E()())
