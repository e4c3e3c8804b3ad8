# Abstract methods stop instances, whatever sets them.
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def one(self): ...
    @property
    @abc.abstractmethod
    def two(self): ...
class B(A):
    def one(self): return 1
class C(B):
    two = 2
for cls in (A, B, C):
    try:
        print(cls().two)
    except TypeError as error:
        print(error)
print(sorted(A.__abstractmethods__), sorted(B.__abstractmethods__), C.__abstractmethods__)
@A.register
class D: pass
print(isinstance(D(), A), issubclass(D, A), A in D.__mro__)
try:
    int.__abstractmethods__
except AttributeError as error:
    print(error)
