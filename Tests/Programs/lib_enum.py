import enum
from enum import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED=1
    GREEN=2
    BLUE='b'
    CRIMSON=1
for f in (lambda: Color.RED, lambda: Color(1), lambda: Color['GREEN'], lambda: list(Color), lambda: Color.CRIMSON is Color.RED, lambda: Color.RED.name, lambda: Color.RED.value, lambda: str(Color.RED), lambda: Color(5), lambda: Color['X'], lambda: Color.__members__, lambda: Color.RED==1, lambda: Color.RED in Color, lambda: 1 in Color, lambda: len(Color), lambda: Color, lambda: hash(Color.RED)==hash('RED'), lambda: setattr(Color,'RED',3), lambda: Color.RED<Color.GREEN, lambda: isinstance(Color.RED,Color), lambda: f"{Color.RED}", lambda: Color.RED.nope, lambda: list(reversed(Color)), lambda: type('X',(Color,),{}), lambda: {Color.RED:1}[Color(1)], lambda: bool(Color.RED)):
    t(f)
class N(IntEnum):
    A=1
    B=auto()
for f in (lambda: N.A+1, lambda: N.B, lambda: N.A<N.B, lambda: str(N.A), lambda: f"{N.A}", lambda: N(2), lambda: [1,2][N.A], lambda: N.A==1):
    t(f)
class F(Flag):
    R=auto(); W=auto(); X=auto()
    RW=R|W
for f in (lambda: F.R|F.X, lambda: F.RW, lambda: ~F.R, lambda: F.R in F.RW, lambda: F(0), lambda: F(7), lambda: list(F.RW), lambda: F.R&F.W, lambda: F.R^F.RW, lambda: bool(F(0)), lambda: F(8), lambda: len(F.RW), lambda: F.R.value, lambda: str(F.R|F.X)):
    t(f)
class IF(IntFlag):
    A=1; B=2
for f in (lambda: IF.A|IF.B, lambda: IF.A|8, lambda: IF(3), lambda: IF.A+1, lambda: str(IF.A|IF.B)): t(f)
class S(StrEnum):
    X=auto(); Y='yy'
for f in (lambda: S.X, lambda: S.X+'z', lambda: str(S.Y), lambda: S('yy')): t(f)
class Planet(Enum):
    EARTH=(1,2)
    MARS=(3,4)
    def __init__(self,a,b): self.a=a; self.b=b
    @property
    def s(self): return self.a+self.b
print(Planet.EARTH.s, Planet.MARS.a, Planet((1,2)))
An=Enum('An','CAT DOG'); print(list(An), An.CAT.value, An)
@unique
class Un(Enum): A=1
def dup():
    @unique
    class D(Enum): A=1; B=1
t(dup)
class Auto(Enum):
    def _generate_next_value_(name,start,count,last): return name.lower()
    AA=auto(); BB=auto()
print(list(Auto))
class Miss(Enum):
    A=1
    @classmethod
    def _missing_(cls,v): return cls.A
print(Miss(99))
def ext():
    class E2(Color): pass
t(ext)
match Color(1):
    case Color.RED: print('red')
print(enum.__all__)
