from typing import (Annotated, Any, Callable, ClassVar, Dict, Generic, List, Literal, NamedTuple, NewType, NotRequired, Optional, ParamSpec, Protocol, ReadOnly, Required, Tuple, TypeAliasType, TypedDict, TypeVar, assert_never, clear_overloads, dataclass_transform, final, get_origin, get_overloads, get_protocol_members, get_type_hints, is_protocol, is_typeddict, no_type_check, overload, override, runtime_checkable)
import typing, sys
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Pt(NamedTuple):
    "doc"
    x: int
    y: 'str' = 'q'
    def m(self): return self.x * 2
p=Pt(3)
print(p, p.x, p.y, p.m(), Pt._fields, Pt._field_defaults, Pt.__annotations__, Pt.__doc__, Pt.__mro__, Pt, p==(3,'q'), Pt.__new__.__annotations__)
for f in (lambda: Pt(), lambda: Pt(1,2,3), lambda: Pt(z=3), lambda: Pt(1,x=2), lambda: Pt(y=1), lambda: Pt._make([1]), lambda: Pt._make([1,2]), lambda: p._replace(x=9), lambda: p._replace(z=9), lambda: p._asdict(), lambda: p.__getnewargs__(), lambda: Pt.__new__.__defaults__, lambda: Pt.__match_args__, lambda: hash(p)==hash((3,'q')), lambda: p.zz, lambda: NamedTuple('N',[('a',int),('b',str)])(1,'b'), lambda: NamedTuple('N',[('a',int),('b',str)]).__annotations__, lambda: NamedTuple('N',[('a',int)],b=3), lambda: [*p], lambda: p[0], lambda: p[:1], lambda: p+(1,), lambda: len(p), lambda: Pt.__new__.__code__.co_varnames, lambda: isinstance(p,tuple), lambda: sorted([Pt(3),Pt(1)])):
    t(f)
def match_it(v):
    match v:
        case Pt(a, b): return a, b
print(match_it(p))
try:
    class Bad(NamedTuple):
        x: int = 3
        y: int
except TypeError as e: print(e)
try:
    class Bad2(NamedTuple, dict):
        x: int = 3
except TypeError as e: print(e)
try:
    class Bad3(NamedTuple):
        x: int = 3
        def _make(self): pass
except AttributeError as e: print(e)
try:
    class Bad4(NamedTuple):
        _x: int = 3
except ValueError as e: print(e)
T=TypeVar('T'); S=TypeVar('S')
class G(NamedTuple, Generic[T]):
    v: T
print(G(3), G[int], G[int](4), G.__parameters__, G.__mro__)
class Box(Generic[T]):
    def __init__(self, v): self.v=v
    def get(self) -> T: return self.v
class Sub(Box[int]): pass
class Pair(Generic[T,S]): pass
class Deep(Pair[T,int], Box[T]): pass
print(Box[int], Box[int](3).v, Box[int](3).__orig_class__, Box.__parameters__, Sub.__orig_bases__, Sub.__mro__, Pair[int,str], Deep.__parameters__, Deep[str], Deep.__mro__, Box[T][str], Pair[T,S][int,str])
for f in (lambda: Box[int,str], lambda: Sub[int], lambda: Pair[int], lambda: isinstance(Box(3),Box), lambda: isinstance(Box(3),Box[int]), lambda: Box[int]==Box[int], lambda: Box[int] is Box[int], lambda: get_type_hints(Box.get), lambda: Box[int].__module__, lambda: Box[int].__name__, lambda: Box.__class_getitem__(int)):
    t(f)
try:
    class X(Generic): pass
except TypeError as e: print(e)
try:
    class X(Box[T], Generic[S]): pass
except TypeError as e: print(e)
try:
    class X(Generic[T], Generic[S]): pass
except TypeError as e: print(e)
try:
    class X(List): pass
    print(X.__mro__, X.__orig_bases__)
    class X(Dict[str,int]): pass
    print(X.__mro__, X.__orig_bases__, X({'a':1}))
    class X(Optional[int]): pass
except TypeError as e: print(e)
class Sizer(Protocol):
    n: int
    def size(self) -> int: ...
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class Imp(Sizer):
    n=3
    def size(self): return 4
class F:
    def close(self): pass
class NF: close=None
for f in (lambda: Sizer(), lambda: Imp().size(), lambda: isinstance(F(),Closer), lambda: isinstance(NF(),Closer), lambda: isinstance(3,Closer), lambda: issubclass(F,Closer), lambda: issubclass(int,Closer), lambda: isinstance(F(),Sizer), lambda: issubclass(F,Sizer), lambda: runtime_checkable(F), lambda: is_protocol(Closer), lambda: get_protocol_members(Sizer), lambda: get_protocol_members(F), lambda: issubclass(3,Closer), lambda: issubclass(Imp,Sizer), lambda: isinstance(Imp(),Protocol), lambda: Imp._is_protocol, lambda: Protocol[T], lambda: Protocol[int]):
    t(lambda f=f: sorted(f()) if isinstance(f(),frozenset) else f())
@runtime_checkable
class HasN(Protocol):
    n: int
for f in (lambda: isinstance(Imp(),HasN), lambda: isinstance(3,HasN), lambda: issubclass(Imp,HasN)): t(f)
try:
    class BP(Protocol, F): pass
except TypeError as e: print(e)
class Movie(TypedDict):
    name: str
    year: NotRequired[int]
class M2(Movie, total=False):
    x: Required[List['Movie']]
    z: ReadOnly[int]
m=Movie(name='a',year=3)
print(m, type(m), Movie.__annotations__, Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, M2.__annotations__, sorted(M2.__required_keys__), sorted(M2.__optional_keys__), M2.__total__, M2.__readonly_keys__, sorted(M2.__mutable_keys__), M2.__orig_bases__, Movie.__mro__, Movie, is_typeddict(Movie), is_typeddict(dict))
for f in (lambda: isinstance(m,Movie), lambda: TypedDict('A',{'x':int}), lambda: TypedDict('A',{'x':int})(x=3), lambda: TypedDict('A',{'x':int},total=False).__optional_keys__, lambda: get_type_hints(M2), lambda: get_type_hints(M2,include_extras=True), lambda: TypedDict('A',{'x':(1,2)})):
    t(f)
class H:
    a: 'int'
    b: 'List[H]'
    c: ClassVar['str'] = 'x'
    d: Optional['H'] = None
    e: 'Annotated[int, 3]'
    f: 'dict[str, int | None]'
class H2(H):
    g: 'float'
def fn(a: 'int', b: 'H' = None, *c: 'Undefined') -> 'None': pass
def fn2(a: 'int', b: 'H' = None, *, k: "Literal['x', 3]"=1) -> 'list[H]': pass
for f in (lambda: get_type_hints(H), lambda: get_type_hints(H2), lambda: get_type_hints(H,include_extras=True), lambda: get_type_hints(fn), lambda: get_type_hints(fn2), lambda: get_type_hints(3), lambda: get_type_hints(len), lambda: get_type_hints(sys), lambda: get_type_hints(fn, localns={'Undefined':int}), lambda: get_type_hints(lambda x: x), lambda: get_type_hints(no_type_check(fn2))):
    t(f)
U=NewType('U',int)
print(U, U(3), U.__name__, U.__supertype__, U|None, Optional[U], U.__module__)
try:
    class Q(U): pass
except TypeError as e: print(e)
@overload
def ov(a: int) -> int: ...
@overload
def ov(a: str) -> str: ...
def ov(a): return a
print(len(get_overloads(ov)), ov(3)); clear_overloads(); print(get_overloads(ov))
@final
class Fin: pass
@override
def ovr(): pass
print(Fin.__final__, ovr.__override__)
t(lambda: typing._overload_dummy()); t(lambda: assert_never('x'*200))
@dataclass_transform(kw_only_default=True)
def dct(c): return c
print(dct.__dataclass_transform__)
class K[T: int, *Ts, **P]: pass
print(K[int,str,bool,[int]], K.__parameters__, K.__orig_bases__, K.__type_params__)
type AL[T] = list[T] | None
print(AL, AL[int], AL.__value__, AL.__type_params__, AL.__parameters__, get_origin(AL[int]), AL.__module__, TypeAliasType('Z',int), TypeAliasType('Z',List[T],type_params=(T,))[int])
P=ParamSpec('P')
print(P.args, P.kwargs, P.args.__origin__, P.args==P.args, P.args==P.kwargs, P.__name__, P)
class Z(Generic[P,T]): pass
print(Z[[int,str],bool], Z[...,int], Z[P,T], Z[[int],T][str])
t(lambda: Z[int,str])
class Z1(Generic[P]): pass
print(Z1[int,str], Z1[[int,str]], Z1[...])
def dec(f: Callable[P,T]) -> Callable[P,T]:
    def inner(*a: P.args, **k: P.kwargs) -> T: return f(*a,**k)
    print(inner.__annotations__)
    return inner
print(dec(lambda: 3)())
from typing import Dict as DD
def g(x: DD[str, List[Tuple[int, ...]]]) -> Optional[Callable[[int], None]]: ...
print(g.__annotations__)
class AnySub(Any): pass
print(AnySub, isinstance(AnySub(), AnySub))
D1=TypeVar('D1',default=int); 
class WD(Generic[T,D1]): pass
print(WD[str], WD[str,bytes], WD.__parameters__)
t(lambda: WD[()]); t(lambda: WD[1,2,3])
try:
    class WE(Generic[D1,T]): pass
except TypeError as e: print(e)
