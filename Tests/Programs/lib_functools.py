import functools, operator
from functools import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
calls=[]
@lru_cache(maxsize=2)
def sq(x): calls.append(x); return x*x
print([sq(i) for i in (1,2,1,3,1,2)], calls, sq.cache_info(), sq.cache_parameters(), sq.__name__, sq.__wrapped__(9)); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
t(lambda: sq([])); t(lambda: lru_cache('x')); t(lambda: lru_cache(-3)(len).cache_parameters())
@wraps(fib)
def w(): "wdoc"
print(w.__name__, w.__wrapped__ is fib, w.__doc__)
p=partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, p)
t(lambda: partial()); t(lambda: partial(3)); print(partial(partial(max,1),2)(0), partial(partial(max,1),2).args)
print(reduce(operator.add,[1,2,3]), reduce(lambda a,b:a*b,[],7)); t(lambda: reduce(operator.add,[])); t(lambda: reduce(3,[1,2])); t(lambda: reduce(operator.add,5))
print(sorted([3,1,2], key=cmp_to_key(lambda a,b:b-a)))
@total_ordering
class V:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v if isinstance(o,V) else NotImplemented
    def __lt__(s,o): return s.v<o.v if isinstance(o,V) else NotImplemented
print(V(1)<V(2), V(1)<=V(1), V(2)>V(1), V(2)>=V(3), V.__le__.__name__); t(lambda: V(1)<=3); t(lambda: V(1)>3)
for root in ('__le__','__gt__','__ge__'):
    ns={'__init__':V.__init__,'__eq__':lambda s,o:s.v==o.v, root: {'__le__':lambda s,o:s.v<=o.v,'__gt__':lambda s,o:s.v>o.v,'__ge__':lambda s,o:s.v>=o.v}[root]}
    W=total_ordering(type('W',(),ns))
    print(root,[(W(a)<W(b),W(a)<=W(b),W(a)>W(b),W(a)>=W(b)) for a in (1,2) for b in (1,2)])
t(lambda: total_ordering(type('N',(),{})))
@singledispatch
def sd(x, *a): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
@sd.register(tuple)
def _(x): return 'seq'
@sd.register
def _(x: float | complex): return 'num'
@sd.register(type(None))
def _(x): return 'none'
from collections.abc import Sized, Mapping, Iterable
@sd.register(Mapping)
def _(x): return 'map'
@sd.register(Sized)
def _(x): return 'sized'
class L(list): pass
print([sd(v) for v in (1,True,'a',[],(),1.5,2j,None,{},set(),L(),object)], sd.dispatch(bool)(3), sorted(k.__name__ for k in sd.registry), sd.__name__)
t(lambda: sd()); t(lambda: sd.register(3)); t(lambda: sd.register(3,len))
def badann(x: 'int | 3'): pass
def ann2(x: [1]): pass
t(lambda: sd.register(ann2))
@singledispatch
def amb(x): return 'o'
amb.register(Sized, lambda x:'s'); amb.register(Iterable, lambda x:'i')
class SI:
    def __len__(self): return 0
    def __iter__(self): return iter(())
t(lambda: amb(SI()))
class SDM:
    @singledispatchmethod
    def f(self, x): return 'base', x
    @f.register
    def _(self, x: int): return 'int', x
    @f.register(str)
    @classmethod
    def _(cls, x): return cls.__name__, x
print(SDM().f(2.0), SDM().f(1), SDM().f('a'), SDM().f.__name__); t(lambda: SDM().f())
class CP:
    n=0
    @cached_property
    def v(self): "vdoc"; CP.n+=1; return CP.n
c=CP(); print(c.v,c.v,CP().v,c.__dict__,CP.v.attrname,CP.v.__doc__); del c.v; print(c.v)
class Sl:
    __slots__=()
    @cached_property
    def v(self): return 1
t(lambda: Sl().v); cpx=cached_property(lambda s: 1)
class U: pass
U.x=cpx
t(lambda: U().x)
class PM:
    def f(self,a,b=0,**k): return a,b,k
    g=partialmethod(f,1,b=2)
    h=partialmethod(g,z=3)
    s=partialmethod(staticmethod(lambda *a: a),1)
    cm=partialmethod(classmethod(lambda cls,*a: (cls.__name__,a)),1)
print(PM().g(), PM().h(), PM.g(PM()), PM().s(2), PM.cm(3)); t(lambda: partialmethod(3))
print(functools.__all__, update_wrapper(lambda:0, sq).__name__, functools._make_key((1,),{},False))
print(cached_property[int], partialmethod[int], partial[int])
