# An error in __set_name__ carries a note that says where.
class D:
    def __set_name__(self, owner, name):
        raise ValueError('no ' + name)
try:
    class A:
        field = D()
except ValueError as error:
    print(error, error.__notes__)
class E:
    __set_name__ = 5
try:
    class B:
        x = E()
except TypeError as error:
    print(error, getattr(error, '__notes__', None))
class Late:
    def __set_name__(self, owner, name): print('named', name)
A2 = type('A2', (), {'a': Late(), 'b': Late()})
A2.c = Late()
