# type, isinstance, issubclass, callable, id, hash, repr of types and functions.
class A: pass
class B(A): pass
values = (1, 1.5, True, None, 'a', b'a', [], (), {}, set(), frozenset(), range(1), A(), A, len, lambda: 0, print, Exception(), type, object(), ..., NotImplemented, 1j, slice(1))
print([type(v).__name__ for v in values])
print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance(B(), A), isinstance(A(), B), isinstance('a', (int, str)), isinstance(1, int | str), isinstance(None, type(None)))
print(issubclass(B, A), issubclass(bool, int), issubclass(A, object), issubclass(int, (str, int)), type(B()) is B, type(B()) == A, type(type) is type)
print(callable(A), callable(len), callable(5), callable(A()), int, str, A, type(None), type(len), type(A), type(...), len, print)
a = []
b = a
print(id(a) == id(b), id(a) == id([]), a is b, hash('x') == hash('x'), id(None) == id(None))
print(A.__name__, B.__bases__[0].__name__, B.__mro__[1].__name__, int.__name__, A.__doc__, type('x').__name__, ..., NotImplemented, repr(None))
print(repr(list), repr(dict[str, int]), repr(int | None), list[int] == list[int])
try:
    isinstance(1, 'int')
except TypeError as e:
    print(e)
try:
    issubclass(1, int)
except TypeError as e:
    print(e)
