from dataclasses import dataclass, field, fields, asdict, astuple, replace, InitVar, KW_ONLY, MISSING, FrozenInstanceError, is_dataclass, Field, make_dataclass
import dataclasses
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 3
    z: list = field(default_factory=list)
p=P(1)
print(p, p==P(1), p!=P(2), P.__doc__, P.__match_args__, P.__eq__.__qualname__, P.__init__.__qualname__, P.__init__.__annotations__, P.__init__.__defaults__)
for f in (lambda: P(), lambda: P(1,2,3,4), lambda: P(1,q=3), lambda: P(1,x=2), lambda: hash(p), lambda: p<p, lambda: asdict(p), lambda: astuple(p), lambda: replace(p,x=9), lambda: replace(p,q=9), lambda: [f.name for f in fields(P)], lambda: fields(3), lambda: asdict(3), lambda: asdict(P), lambda: astuple(3), lambda: replace(3), lambda: is_dataclass(P), lambda: is_dataclass(p), lambda: is_dataclass(3), lambda: P(1) == 3, lambda: P.__dataclass_params__, lambda: P.y, lambda: P.z, lambda: P.x, lambda: P.__init__.__code__.co_varnames, lambda: p.__replace__(y=8), lambda: P.__hash__, lambda: sorted(P.__dataclass_fields__)):
    t(f)
@dataclass(order=True, frozen=True)
class O:
    a: int
    b: str = 'q'
    c: float = field(default=1.0, compare=False, repr=False)
o=O(1)
for f in (lambda: o<O(2), lambda: sorted([O(3),O(1),O(2,'a')]), lambda: hash(o)==hash(O(1,'q',5.0)), lambda: {o:1}[O(1)], lambda: setattr(o,'a',3), lambda: delattr(o,'a'), lambda: setattr(o,'zz',3), lambda: o<3, lambda: o>=O(1), lambda: O.__doc__, lambda: object.__setattr__(o,'a',7), lambda: o, lambda: O.__lt__.__qualname__):
    t(f)
class Child(O): pass
ch=Child(1)
t(lambda: setattr(ch,'a',2)); t(lambda: setattr(ch,'new',2)); t(lambda: ch.new)
@dataclass
class B:
    n: str
    init_only: InitVar[int]
    k: int = field(init=False)
    log: list = field(default_factory=list, repr=False)
    fac: dict = field(init=False, default_factory=dict)
    const: int = field(init=False, default=5)
    def __post_init__(self, init_only):
        self.k = init_only * 2
b=B('a',4)
print(b, b.k, b.__dict__, B.__doc__)
t(lambda: replace(b, n='z')); t(lambda: replace(b, n='z', init_only=3)); t(lambda: replace(b,k=3,init_only=1)); t(lambda: B('a'))
@dataclass
class D(B):
    extra: int = 0
    _: KW_ONLY
    kw: int
    kw2: str = 'd'
print(D('a',1,extra=3,kw=4), D.__doc__, D.__match_args__, D.__init__.__kwdefaults__)
t(lambda: D('a',1)); t(lambda: D('a',1,[],3,4)); t(lambda: D('a',1,kw=3,kw2=4,kw3=5))
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s=S(1)
print(s, S.__slots__, hasattr(s,'__dict__'))
t(lambda: setattr(s,'c',1)); t(lambda: S.__doc__)
@dataclass(frozen=True, slots=True)
class FS:
    a: int
t(lambda: setattr(FS(1),'a',1)); t(lambda: hash(FS(1))==hash((1,))); t(lambda: FS(1))
@dataclass(kw_only=True)
class K:
    a: int = 1
    b: str
t(lambda: K(b='x')); t(lambda: K(1)); t(lambda: K.__doc__)
@dataclass(eq=False)
class NE: a: int
t(lambda: NE(1)==NE(1)); t(lambda: hash(NE(1))!=0)
@dataclass(unsafe_hash=True)
class UH: a: int
t(lambda: hash(UH(3))==hash((3,)))
@dataclass(repr=False, init=False)
class NR:
    a: int = 4
t(lambda: NR().a); t(lambda: NR(3)); t(lambda: NR.__doc__)
def bad(f):
    try: f(); print('no error')
    except Exception as e: print(type(e).__name__, e)
def b1():
    @dataclass
    class X:
        a: int = 1
        b: int
bad(b1)
def b2():
    @dataclass
    class X: a: list = []
bad(b2)
def b3():
    @dataclass(order=True, eq=False)
    class X: a: int
bad(b3)
def b4():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self,o): pass
bad(b4)
def b5():
    @dataclass
    class X(O): q: int = 3
bad(b5)
def b6():
    @dataclass(frozen=True)
    class X(P): q: int = 3
bad(b6)
def b7():
    @dataclass
    class X: a = field()
bad(b7)
def b8():
    @dataclass(unsafe_hash=True)
    class X:
        a: int
        def __hash__(self): return 1
bad(b8)
def b9():
    @dataclass(frozen=True)
    class X:
        a: int
        def __setattr__(self,n,v): return 1
bad(b9)
def b10():
    @dataclass(weakref_slot=True)
    class X: a: int
bad(b10)
def b11():
    @dataclass
    class X:
        a: int
        _: KW_ONLY
        b: int
        __: KW_ONLY
bad(b11)
bad(lambda: field(default=1, default_factory=list))
C=make_dataclass('C',[('x',int),'y',('z',int,field(default=5))], namespace={'add':lambda self: self.x+self.z})
t(lambda: C(1,2)); t(lambda: C(1,2).add()); t(lambda: C); t(lambda: C.__doc__)
t(lambda: make_dataclass('C',['class'])); t(lambda: make_dataclass('C',['a','a'])); t(lambda: make_dataclass('C',['3a'])); t(lambda: make_dataclass('C',[(1,2,3,4)]))
@dataclass
class Node:
    v: int
    next: 'Node' = None
    kids: list = field(default_factory=list)
    m: dict = field(default_factory=dict)
n=Node(1,Node(2),[Node(3),(Node(4),5)],{'k':Node(6)})
t(lambda: asdict(n)); t(lambda: astuple(n)); t(lambda: asdict(n,dict_factory=lambda kv: sorted(k for k,_ in kv)))
r=Node(1); r.next=r; t(lambda: r)
@dataclass
class CV:
    a: 'int'
    import typing
    c: typing.ClassVar[int] = 4
    d: 'typing.ClassVar[int]' = 5
    e: 'InitVar[int]' = 6
t(lambda: [f.name for f in fields(CV)]); t(lambda: CV(1)); t(lambda: CV.__doc__)
@dataclass
class Eq:
    a: float
t(lambda: Eq(float('nan'))==Eq(float('nan')))
match P(1,2):
    case P(x, y): print(x, y)
    case _: print('no')
t(lambda: InitVar[int]); t(lambda: dataclasses.MISSING is MISSING)
@dataclass
class self_named:
    self: int
t(lambda: self_named(3))
class Base:
    def __init_subclass__(cls, **k): print('sub', cls.__name__)
@dataclass
class HasBase(Base):
    a: int = 1
    def m(self): return super().__class__
t(lambda: HasBase().m()); print([d for d in dataclasses.__all__])
@dataclass
class Desc:
    a: int
    @property
    def dbl(self): return self.a*2
    @classmethod
    def mk(cls): return cls(5)
t(lambda: Desc.mk().dbl); t(lambda: vars(Desc(2)))
import abc
@dataclass
class AB(abc.ABC):
    a: int
    @abc.abstractmethod
    def f(self): ...
t(lambda: AB(1))
