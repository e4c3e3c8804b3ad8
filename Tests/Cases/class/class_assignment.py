# __class__ of an instance may change between compatible layouts.
class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
class S: __slots__ = ('x',)
class T: __slots__ = ('x',)
class U: __slots__ = ('y',)
a = A()
a.v = 1
a.__class__ = B
print(a.who(), a.v, type(a), isinstance(a, A))
s = S(); s.x = 3
s.__class__ = T
print(s.x, type(s))
for value, cls in ((a, int), (a, S), (s, U), (5, A), (a, 5), ([], list), (A, type)):
    try:
        value.__class__ = cls
        print('fine', type(value))
    except TypeError as error:
        print(error)
try:
    del a.__class__
except TypeError as error:
    print(error)
