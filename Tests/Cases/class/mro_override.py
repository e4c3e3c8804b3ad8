# A metaclass may give an order of its own; attribute lookup and super follow it.
class Meta(type):
    def mro(cls):
        order = type.mro(cls)
        return [order[0]] + order[1:][::-1][1:] + [object] if len(order) > 3 else order
class A:
    def who(self): return ['A']
class B:
    def who(self): return ['B'] + super().who()
class C(A, B, metaclass=Meta):
    def who(self): return ['C'] + super().who()
print([k.__name__ for k in C.__mro__], C().who())
class Bad(type):
    def mro(cls): return [cls, 5]
try:
    Bad('X', (), {})
except TypeError as error:
    print(error)
