# __instancecheck__ and __subclasscheck__ of metaclasses, with tuples and unions.
class Meta(type):
    def __instancecheck__(cls, x):
        print('instance?', x)
        return x == 'yes'
    def __subclasscheck__(cls, c):
        print('subclass?', c.__name__)
        return c is int
class A(metaclass=Meta): pass
print(isinstance('yes', A), isinstance('no', A), isinstance(A(), A) if False else isinstance(5, (str, (A, float))))
print(issubclass(int, A), issubclass(str, (list, A)))
print(isinstance(5, int | str), isinstance(None, int | None), issubclass(bool, int | str))
for call in (lambda: isinstance(5, 5), lambda: isinstance(5, (str, 5)), lambda: issubclass(5, int), lambda: isinstance(5, (int, 5)),
             lambda: isinstance(5, list[int]), lambda: issubclass(int, 'x'), lambda: isinstance(5, int | list[int])):
    try:
        print(call())
    except TypeError as error:
        print(error)
