# descriptors, property, attribute protocol, slots, __class__ assignment, isinstance
def t(label, f, *a, **k):
    try:
        print(label, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(label, '!!', type(e).__name__, e)
class Data:
    def __init__(s, n): s.n = n
    def __get__(s, i, o=None): return f'data {s.n} {i is None} {o.__name__ if o else o}'
    def __set__(s, i, v): print('set', s.n, v)
    def __delete__(s, i): print('delete', s.n)
class NonData:
    def __get__(s, i, o=None): return f'nondata {i is None}'
class SetOnly:
    def __set__(s, i, v): i.__dict__['so'] = v
class DelOnly:
    def __delete__(s, i): print('delonly')
class H:
    d = Data('d'); nd = NonData(); so = SetOnly(); do = DelOnly()
h = H()
print(h.d, H.d, h.nd, H.nd); h.d = 1; del h.d
h.nd = 'inst'; print(h.nd); del h.nd; print(h.nd)
t('so', lambda: type(h.so).__name__); h.so = 4; print(h.so)
def f(): del h.so
t('del so', f)
def f(): h.do = 1
t('set do', f); del h.do
h.__dict__['d'] = 'shadow'; print(h.d); h.__dict__['nd'] = 'sh'; print(h.nd)
t('get direct', lambda: H.__dict__['d'].__get__(None, H))
class P:
    def __init__(s): s._x = 1
    @property
    def x(s):
        "doc of x"
        return s._x
    @x.setter
    def x(s, v): s._x = v
    @x.deleter
    def x(s): del s._x
    @property
    def ro(s): return 'ro'
    wo = property(None, lambda s, v: print('wo', v))
    nodel = property(lambda s: 1, lambda s, v: None)
    empty = property()
    @property
    def err(s): raise AttributeError('inner')
    @property
    def err2(s): return s.missing
p = P(); print(p.x); p.x = 5; print(p.x); del p.x; t('deleted', lambda: p.x)
def f(): p.ro = 1
t('ro set', f)
def f(): del p.ro
t('ro del', f); t('wo get', lambda: p.wo); p.wo = 3
def f(): del p.nodel
t('nodel', f); t('empty', lambda: p.empty); t('err', lambda: p.err); t('err2', lambda: p.err2)
print(P.x.__doc__, P.x.fget.__name__, P.x.fset is not None, P.ro.fset, P.__dict__['x'].__name__ if hasattr(P.x, '__name__') else 'no')
t('prop call', lambda: property(1, 2, 3, 4, 5)); t('prop kw', lambda: property(fget=len, doc='d').__doc__)
t('prop get none', lambda: P.ro.__get__(None, P) is P.ro); t('prop isabs', lambda: P.ro.__isabstractmethod__)
class P2(P):
    @P.x.getter
    def x(s): return 'P2 ' + str(s._x)
p2 = P2(); print(p2.x); p2.x = 9; print(p2.x)
class GA:
    a = 1
    def __getattr__(s, n):
        if n == 'boom': raise ValueError('boom')
        if n == 'missing': raise AttributeError(n)
        return 'ga ' + n
g = GA(); print(g.a, g.b); t('boom', lambda: g.boom); t('missing', lambda: g.missing); print(hasattr(g, 'missing'), hasattr(g, 'x'), getattr(g, 'missing', 'dflt')); t('hasattr boom', lambda: hasattr(g, 'boom'))
class GAA:
    x = 1
    def __getattribute__(s, n):
        print('gattr', n)
        if n == 'hidden': raise AttributeError('hidden!')
        return object.__getattribute__(s, n)
    def __getattr__(s, n): return 'fallback ' + n
    def m(s): return 'm'
    def __len__(s): return 3
g = GAA(); print(g.x, g.hidden, g.nope, g.m(), len(g)); g.y = 2; print(g.y, g.__dict__)
class SA:
    def __setattr__(s, n, v): print('setattr', n, v); object.__setattr__(s, n, v)
    def __delattr__(s, n): print('delattr', n); object.__delattr__(s, n)
s = SA(); s.a = 1; s.a += 1; print(s.a); del s.a
def f(): del s.a
t('del again', f); t('setattr fn', lambda: setattr(s, 'q', 1))
t('delattr fn', lambda: delattr(s, 'q'))
class SL:
    __slots__ = ('a', 'b', '__priv')
    def __init__(s): s.a = 1; s.__priv = 4
sl = SL(); print(sl.a); t('unset', lambda: sl.b)
def f(): sl.c = 1
t('no slot', f); t('no dict', lambda: sl.__dict__); t('vars', lambda: vars(sl))
def f(): del sl.b
t('del unset', f); del sl.a; t('a gone', lambda: sl.a); print(SL.a, SL.__slots__, sl._SL__priv)
t('member get', lambda: SL.a.__get__(sl)); t('member wrong', lambda: SL.a.__get__(5)); t('member set', lambda: SL.a.__set__(sl, 9)); print(sl.a)
t('member name', lambda: (SL.a.__name__, SL.a.__objclass__, type(SL.a).__name__))
class SL2(SL): 
    __slots__ = ('c',)
class SL3(SL): pass
s2 = SL2(); s2.c = 3; s3 = SL3(); s3.zzz = 1; print(s2.c, s3.__dict__, s2.a)
def f(): s2.d = 3
t('sl2', f)
class SLD:
    __slots__ = {'x': 'doc for x', 'y': 'doc y'}
print(SLD.x.__doc__)
class SLc:
    __slots__ = ('v',)
    v2 = 3
c = SLc()
def f(): c.v2 = 4
t('class attr ro', f)
def lay():
    class Q(SL, SLD): pass
t('layout conflict', lay)
class E1:
    def who(s): return 'E1'
class E2:
    def who(s): return 'E2'
e = E1(); e.__class__ = E2; print(e.who(), type(e).__name__)
def f(): e.__class__ = int
t('class int', f)
def f(): e.__class__ = 5
t('class 5', f)
def f(): e.__class__ = SL
t('class slots', f)
def f(): del e.__class__
t('class del', f)
def f(): (5).__class__ = E1
t('int class', f)
t('isinstance tuple', lambda: isinstance(5, (str, (float, int)))); t('isinstance union', lambda: isinstance(5, int | str)); t('isinstance bad', lambda: isinstance(5, 5)); t('isinstance bad2', lambda: isinstance(5, (str, 5))); t('isinstance gen', lambda: isinstance([], list[int]))
t('issubclass bad', lambda: issubclass(5, int)); t('issubclass bad2', lambda: issubclass(int, 5)); t('issub union', lambda: issubclass(bool, int | None)); t('none union', lambda: isinstance(None, int | None))
class IC(type):
    def __instancecheck__(c, o): return o == 42
    def __subclasscheck__(c, o): return o is str
class ICC(metaclass=IC): pass
print(isinstance(42, ICC), isinstance(41, ICC), issubclass(str, ICC), issubclass(int, ICC), isinstance(ICC(), ICC), isinstance(42, (str, ICC)))
class FakeClass:
    @property
    def __class__(s): return int
print(isinstance(FakeClass(), int), isinstance(FakeClass(), FakeClass), type(FakeClass()).__name__)
class Nm:
    __x = 1
    def __m(s): return 'private'
    def get(s): return s.__x, s.__m(), s._Nm__x
    def set(s): s.__y = 5; return s.__dict__
    def loc(s):
        __z = 3
        return sorted(locals())
    def kw(s, __a=1): return __a
    class __Inner: pass
    def glob(s): return __module_priv
_Nm__module_priv = 'mp'
n = Nm(); print(n.get(), n.set(), n.loc(), n.glob(), sorted(k for k in Nm.__dict__ if 'Nm' in k)); t('kw', lambda: n.kw(_Nm__a=3)); t('nope', lambda: n.__x)
class __U:
    __v = 2
print(sorted(k for k in __U.__dict__ if k.endswith('v')))
class DictSub(dict):
    def __missing__(s, k): return f'missing {k}'
d = DictSub(a=1); print(d['a'], d['b'], d.get('b'), 'b' in d, d)
class DictSub2(dict):
    def __missing__(s, k): raise LookupError(k)
t('missing raises', lambda: DictSub2()['x'])
class L(list):
    def __getitem__(s, i): return ('gi', i)
    def __len__(s): return 99
l = L([1, 2, 3]); print(l[0], l[1:2], len(l), list(l), l, l + [4], type(l[:]).__name__, bool(l), [*l], sum(l), sorted(l, reverse=True))
class I(int):
    def __add__(s, o): return I(int(s) + int(o) + 100)
    def __repr__(s): return f'I({int(s)})'
i = I(5); print(i + 1, 1 + i, i - 1, type(i - 1).__name__, -i, i * 2, f'{i}', f'{i:d}', str(i), '%d %s %r' % (i, i, i), [i], hash(i) == 5, {5: 'x'}[i], int(i), i == 5, i.real, range(i))
class Fl(float):
    def __new__(c, v, extra=None): o = super().__new__(c, v); o.extra = extra; return o
f_ = Fl(1.5, 'e'); print(f_, f_.extra, f_ + 1, f_ == 1.5, f'{f_:.3f}', f_.__dict__)
class St(str):
    def __str__(s): return 'custom'
    def up(s): return s.upper()
st = St('abc'); print(st, repr(st), st + 'd', type(st + 'd').__name__, f'{st}', '%s' % st, st.up(), st[0], len(st), {st: 1}['abc'], ''.join([st, st]), str(st), format(st), type(str(st)).__name__)
class Tu(tuple):
    def __new__(c, *a): return super().__new__(c, a)
    x = property(lambda s: s[0])
tu = Tu(1, 2, 3); print(tu, tu.x, tu[1:], type(tu[1:]).__name__, tu == (1, 2, 3), hash(tu) == hash((1, 2, 3)), tu + (4,), [*tu]); a, b, c = tu; print(a, b, c)
class By(bytes): pass
class Ba(bytearray): pass
class Se(set): pass
class Fs(frozenset): pass
class Co(complex): pass
print(By(b'a'), Ba(b'b'), Se([1]), Fs([2]), Co(1, 2), type(By(b'a') + b'c').__name__, type(Se([1]) | {2}).__name__, type(Se([1]).copy()).__name__, type(Ba(b'a') + b'b').__name__)
class Ex(Exception): pass
print(repr(Ex(1, 2)), repr(Ex()), repr(Ex('a')), str(Ex('a', 'b')))
class Ob(object):
    def __new__(c, *a): print('Ob new', a); return object.__new__(c)
t('obj args', lambda: object(1)); t('ob', lambda: type(Ob(1, 2)).__name__)
class NoInit: pass
t('noinit', lambda: NoInit(1)); t('noinit kw', lambda: NoInit(a=1)); t('obj.new', lambda: object.__new__(int)); t('obj new noarg', lambda: object.__new__()); t('obj new bad', lambda: object.__new__(5)); t('int.__new__', lambda: int.__new__(str)); t('init ret', lambda: type('R', (), {'__init__': lambda s: 5})())
class WithNew:
    def __new__(c, a): return object.__new__(c)
t('wn', lambda: WithNew(1) is not None); t('wn2', lambda: WithNew()); 
class WI:
    def __init__(s, a): pass
t('wi', lambda: WI()); t('wi2', lambda: WI(1, 2)); t('obj.init', lambda: object.__init__(WI(1), 3))
