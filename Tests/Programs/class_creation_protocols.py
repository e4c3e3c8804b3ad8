# C3, super, metaclasses, __prepare__, __init_subclass__, __set_name__, __class_getitem__
def t(label, f, *a, **k):
    try:
        print(label, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(label, '!!', type(e).__name__, e)

class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
t('mro', lambda: [c.__name__ for c in D.__mro__])
t('bad mro', lambda: type('X', (A, B), {}))
def dup(): 
    class X(A, A): pass
t('dup base', dup)
def dup2():
    class X(B, A, C): pass
t('bad c3', dup2)
t('bool base', lambda: type('X', (bool,), {}))
t('none base', lambda: type('X', (type(None),), {}))
t('func base', lambda: type('X', (type(lambda: 0),), {}))
t('int base 5', lambda: type('X', (5,), {}))
t('layout', lambda: type('X', (int, str), {}))
t('ellipsis base', lambda: type('X', (type(...),), {}))
t('range base', lambda: type('X', (range,), {}))
t('slice base', lambda: type('X', (slice,), {}))
t('type 1', lambda: type(5))
t('type 2', lambda: type(1, 2))
t('type 3 name', lambda: type(1, (), {}))
t('type 3 bases', lambda: type('a', [], {}))
t('type 3 ns', lambda: type('a', (), []))
t('type 4', lambda: type(1, 2, 3, 4))
t('type kw', lambda: type('X', (), {}, foo=1))
t('type null', lambda: type('X\0', (), {}))
t('type qual', lambda: type('X', (), {'__qualname__': 'a.b.c'}).__qualname__)
t('type qual bad', lambda: type('X', (), {'__qualname__': 5}))
t('type slots bad', lambda: type('X', (), {'__slots__': 5}))
t('type slots bad2', lambda: type('X', (), {'__slots__': ('a b',)}))
t('type slots conflict', lambda: type('X', (), {'__slots__': ('a',), 'a': 1}))
t('type slots int', lambda: type('X', (int,), {'__slots__': ('a',)}))
t('type slots dict', lambda: type('X', (), {'__slots__': ('__dict__', '__dict__')}))
t('type slots weakref', lambda: type('X', (), {'__slots__': ('__weakref__', '__weakref__')}))
t('slots str', lambda: type('X', (), {'__slots__': 'abc'}).abc)
t('type doc', lambda: type('X', (), {}).__doc__)

class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, [b.__name__ for b in bases], kw)
        return {'prepared': 1}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, list(ns), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __repr__(cls): return f'<Meta {cls.__name__}>'
    def __len__(cls): return 42
    def __getitem__(cls, i): return (cls.__name__, i)
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter((1, 2, 3))
    def __add__(cls, o): return 'add', o
    def __radd__(cls, o): return 'radd', o
    def __eq__(cls, o): return cls is o or o == 'magic'
    def __hash__(cls): return 7
    def __bool__(cls): return False
    def __getattr__(cls, n): 
        if n.startswith('dyn_'): return n
        raise AttributeError(n)
    @property
    def prop(cls): return 'meta prop of ' + cls.__name__
    x = 'from meta'
class M(metaclass=Meta, a=1, b=2):
    z = 3
    def __init__(self, *a): self.a = a
    def __repr__(self): return f'M{self.a}'
class N(M, c=3): pass
t('inst', M, 1, 2)
t('repr', lambda: repr(M))
t('len', lambda: len(M)); t('getitem', lambda: M[5]); t('in', lambda: (1 in M, 2 in M)); t('iter', lambda: list(M))
t('add', lambda: M + 1); t('radd', lambda: 1 + M); t('eq', lambda: (M == 'magic', M == 'no', M != 'magic'))
t('bool', lambda: bool(M)); t('dyn', lambda: M.dyn_foo); t('dyn inst', lambda: M().dyn_foo)
t('prop', lambda: M.prop); t('prop inst', lambda: M(1).prop); t('x', lambda: M.x); t('xi', lambda: M(1).x)
t('prepared', lambda: M.prepared)
t('hash', lambda: hash(N))
t('type(N)', lambda: type(N))
class M2(type): pass
def conflict():
    class Z(M, metaclass=M2): pass
t('conflict', conflict)
def metafun(name, bases, ns, **kw): 
    return (name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
class F(A, metaclass=metafun, k=1):
    q = 1
print(F)
def prepbad():
    class MP(type):
        @classmethod
        def __prepare__(m, *a): return 5
    class X(metaclass=MP): pass
t('prep bad', prepbad)
def newnot():
    class MP(type):
        def __new__(m, *a): return 5
        def __init__(c, *a): print('never')
    class X(metaclass=MP): pass
    return X
t('meta new int', newnot)

class IS:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print('init_subclass', cls.__name__, tag)
class IS1(IS, tag='x'): pass
class IS2(IS1): pass
t('is kw', lambda: type('Q', (IS,), {}, tag=5).tag)
t('is kw bad', lambda: type('Q', (IS,), {}, bad=5).tag)
t('obj is', lambda: object.__init_subclass__(1))
def iserr():
    class K(A, foo=1): pass
t('cls kw', iserr)

class SN:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.n = name
    def __get__(self, i, o): return ('get', i is not None, o.__name__, self.n)
class HasSN:
    a = SN(); b = SN()
    c = 5
print(HasSN.a, HasSN().b)
class SNBad:
    def __set_name__(self, o, n): raise ValueError('bad name')
def snb():
    class X: 
        f = SNBad()
try: snb()
except ValueError as e: print(repr(e), e.__notes__)
class CG:
    def __class_getitem__(cls, i): return f'{cls.__name__}[{i!r}]'
class CG2(CG): pass
print(CG[1], CG2[1, 2], CG2['x':2])
t('no cg', lambda: A[1])
t('int[1]', lambda: int[1])
t('list[int]', lambda: list[int])
t('inst cg', lambda: CG()[1])
class G:
    __class_getitem__ = classmethod(lambda c, i: (c.__name__, i))
print(G[3])

class S1:
    def f(self): return 'S1.f'
    @classmethod
    def c(cls): return 'S1.c ' + cls.__name__
    @staticmethod
    def s(): return 'S1.s'
    @property
    def p(self): return 'S1.p'
    x = 'S1.x'
class S2(S1):
    def f(self): return 'S2.f ' + super().f()
    @classmethod
    def c(cls): return 'S2.c ' + super().c()
    @property
    def p(self): return 'S2.p ' + super().p
    def lam(self): return (lambda: super(S2, self).f())()
    def lam2(self): return (lambda s: __class__)(self)
    def comp(self): return [super(S2, self).f() for _ in range(2)]
    def comp2(self): return [super().f() for _ in range(2)]
    def gen(self): return list(super().f() for _ in range(1))
    def nested(self):
        def inner(me): return super().f()
        return inner(self)
    def attr(self): return super().x
    def noattr(self): return super().nope
    def setattr_(self): super().x = 5
    def cls(self): return __class__.__name__
    def __getattr__(self, n): return super().__getattr__(n)
    def reprs(self): return repr(super())[:40]
    def stat(): return super().f()
    stat = staticmethod(stat)
    def rebind(self):
        self = S2()
        return super().f()
s = S2()
for n in 'f c lam lam2 comp comp2 gen nested attr noattr setattr_ cls reprs stat rebind'.split():
    t(n, lambda: getattr(s, n)())
t('p', lambda: s.p); t('ga', lambda: s.foo)
t('C.c', S2.c)
t('super 1', lambda: super(1)); t('super none', lambda: super()); t('super 2', lambda: super(S2, 5)); t('super3', lambda: super(S2, S2).f(s))
t('super unbound', lambda: super(S2).__get__(s, S2).f())
t('super attrs', lambda: (super(S2, s).__thisclass__, super(S2, s).__self_class__, super(S2, s).__self__ is s))
def fclass():
    class X:
        def m(self): return __class__
        y = 3
    return X
X1, X2 = fclass(), fclass()
print(X1().m() is X1, X2().m() is X2, X1.__qualname__, X1.m.__qualname__)
