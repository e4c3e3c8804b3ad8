"""Calls by super(): what is found follows the object's class, the class of the method and every change of either."""


class Base:
    def who(self, *args, **kw):
        return "base", args, sorted(kw)

    @classmethod
    def make(cls, x):
        return cls.__name__, x

    @staticmethod
    def plain(x):
        return "plain", x

    @property
    def size(self):
        return 1

    def __len__(self):
        return 3


def layer(base, label):
    # One source place whose class differs from call to call.
    class Layer(base):
        def who(self, *args, **kw):
            return (label,) + super().who(*args, **kw)

        @classmethod
        def make(cls, x):
            return (label,) + super().make(x)

        def plain(self, x):
            return (label,) + super().plain(x)

        @property
        def size(self):
            return super().size + 10

        def __len__(self):
            return super().__len__() * 2

        def __init__(self, *args):
            super().__init__()
            self.args = args

    return Layer


A = layer(Base, "a")
B = layer(A, "b")
C = layer(B, "c")
for cls in (A, B, C, B, A):
    o = cls(1, 2)
    print(o.who(1, k=2), cls.make(5), o.make(6), o.plain(7), o.size, len(o), o.args)


class Left(Base):
    def who(self):
        return ("left",) + super().who()


class Right(Base):
    def who(self):
        return ("right",) + super().who()


class Both(Left, Right):
    def who(self):
        return ("both",) + super().who()


for _ in range(3):
    print(Left().who(), Both().who())
Right.who = lambda self: ("patched",)
print(Left().who(), Both().who())
del Right.who
print(Both().who())
Base.who = staticmethod(lambda: ("static",))
print(Both().who(), Left().who())
Base.who = 5
try:
    Both().who()
except TypeError as e:
    print(e)
del Base.who
try:
    Left().who()
except AttributeError as e:
    print(e)
Left.__bases__ = (A,)
print(Left.__mro__[2].__name__, len(Left()))


class Text(str):
    def upper(self):
        return "<" + super().upper() + ">"

    def __getattribute__(self, name):
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)


t = Text("abc")
t.x = 4
print(t.upper(), t.x, [t.upper() for _ in range(2)])


class Odd(Base):
    def __init__(self):
        s = super()
        self.found = [s.__class__ is super, s.size, s.__len__()]
        s.__init__()


print(Odd().found)
