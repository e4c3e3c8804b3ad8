# Operators on classes come from the metaclass.
class Meta(type):
    def __len__(cls): return len(cls.items)
    def __iter__(cls): return iter(cls.items)
    def __getitem__(cls, i): return cls.items[i]
    def __contains__(cls, x): return x in cls.items
    def __add__(cls, other): return type(cls)(cls.__name__ + other.__name__, (cls, other), {'items': cls.items + other.items})
    def __lt__(cls, other): return cls.__name__ < other.__name__
    def __repr__(cls): return '<' + cls.__name__ + '>'
    def __bool__(cls): return bool(cls.items)
    def __neg__(cls): return cls.items[::-1]
class A(metaclass=Meta): items = [1, 2]
class B(metaclass=Meta): items = []
print(len(A), list(A), A[1], 2 in A, A + B, sorted([B, A]), bool(B), -A)
print('%s %r' % (A, B), {A: 1})
try:
    A()[0]
except TypeError as error:
    print(error)
