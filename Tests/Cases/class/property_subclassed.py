# Subclasses of property, and properties overridden below.
class Typed(property):
    "Typed doc"
    def __get__(self, obj, owner=None):
        value = super().__get__(obj, owner)
        return value if obj is None else ('typed', value)
class A:
    @Typed
    def t(self): "doc of t"; return 1
    @property
    def v(self): return 'A.v'
class B(A):
    @A.v.setter
    def v(self, value): print('B sets', value)
    @property
    def t(self): return super().t
b = B()
b.v = 3
print(b.v, b.t, A().t, type(A.t).__name__, A.t.__doc__)
try:
    A().v = 1
except AttributeError as error:
    print(error)
