# __class_getitem__ is an implicit classmethod; the metaclass's __getitem__ comes first.
class A:
    def __class_getitem__(cls, key): return cls.__name__, key
class B(A): pass
print(A[1], B[int, str], B['x':2])
class Meta(type):
    def __getitem__(cls, key): return 'meta', key
class C(A, metaclass=Meta): pass
print(C[1])
class D: pass
try:
    D[int]
except TypeError as error:
    print(error)
try:
    A()[1]
except TypeError as error:
    print(error)
try:
    int[str]
except TypeError as error:
    print(error)
print(list[int], dict[str, list[int]], type[int], tuple[int, ...], list[int]([1]))
