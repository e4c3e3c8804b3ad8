# object.__new__ and __init__ refuse arguments only where nobody overrides the other.
class N:
    def __new__(cls, *a, **k):
        self = super().__new__(cls)
        self.given = a, k
        return self
class I:
    def __init__(self, *a): self.given = a
class Plain: pass
print(N(1, x=2).given, I(3).given)
def attempt(f):
    try:
        print(type(f()).__name__)
    except TypeError as error:
        print(error)
attempt(lambda: Plain(1))
attempt(lambda: object(1))
attempt(lambda: object.__new__(Plain, 1))
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(int))
attempt(lambda: int.__new__(bool, 1))
attempt(lambda: int.__new__(str))
attempt(lambda: Plain().__init__(1))
class R:
    def __init__(self): return 5
attempt(R)
