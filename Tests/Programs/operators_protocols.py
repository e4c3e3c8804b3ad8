# every operator protocol, NotImplemented, reflected, in-place, messages
def t(label, f, *a, **k):
    try:
        print(label, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(label, '!!', type(e).__name__, e)

names = 'add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or'.split()
class L:
    pass
class R:
    pass
for n in names:
    setattr(L, f'__{n}__', lambda s, o, n=n: f'L.{n}' if o != 'ni' else NotImplemented)
    setattr(R, f'__r{n}__', lambda s, o, n=n: f'R.r{n}')
class I(L):
    pass
for n in names:
    if n != 'divmod': setattr(I, f'__i{n}__', lambda s, o, n=n: f'I.i{n}' if o != 'fall' else NotImplemented)
exprs = ['+', '-', '*', '@', '/', '//', '%', None, '**', '<<', '>>', '&', '^', '|']
fns = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '@': lambda a, b: a @ b, '/': lambda a, b: a / b, '//': lambda a, b: a // b, '%': lambda a, b: a % b, '**': lambda a, b: a ** b, '<<': lambda a, b: a << b, '>>': lambda a, b: a >> b, '&': lambda a, b: a & b, '^': lambda a, b: a ^ b, '|': lambda a, b: a | b}
def iadd(a, b): a += b; return a
def isub(a, b): a -= b; return a
def imul(a, b): a *= b; return a
def imat(a, b): a @= b; return a
def idiv(a, b): a /= b; return a
def ifl(a, b): a //= b; return a
def imod(a, b): a %= b; return a
def ipow(a, b): a **= b; return a
def ils(a, b): a <<= b; return a
def irs(a, b): a >>= b; return a
def iand(a, b): a &= b; return a
def ixor(a, b): a ^= b; return a
def ior(a, b): a |= b; return a
ifns = dict(zip(['+', '-', '*', '@', '/', '//', '%', '**', '<<', '>>', '&', '^', '|'], [iadd, isub, imul, imat, idiv, ifl, imod, ipow, ils, irs, iand, ixor, ior]))
vals = [L(), R(), 1, 'ni', [1], {1}, None, object]
lab = ['L', 'R', '1', 'ni', '[1]', '{1}', 'None', 'object']
for s, f in fns.items():
    for a, la in zip(vals, lab):
        for b, lb in zip(vals, lab):
            t(f'{la} {s} {lb}', f, a, b)
for s, f in ifns.items():
    for b in (5, 'fall', R()): t(f'I {s}= {b if not isinstance(b, R) else "R"}', f, I(), b)
    for a, la in zip(vals, lab):
        for b, lb in zip(vals[2:], lab[2:]):
            if isinstance(a, (list, set, dict)): a = type(a)(a)
            t(f'{la} {s}= {lb}', f, a, b)
t('divmod', lambda: divmod(L(), 1)); t('rdivmod', lambda: divmod(1, R())); t('divmod bad', lambda: divmod('a', 1))
t('pow3', lambda: pow(2, 3, 5)); t('pow3 bad', lambda: pow(2.0, 3, 5)); t('pow3 L', lambda: pow(L(), 1, 2)); t('pow bad', lambda: pow('a', 2)); t('pow neg', lambda: pow(3, -1, 7)); t('pow neg2', lambda: pow(2, -1, 4)); t('pow 0', lambda: pow(2, 3, 0)); t('pow kw', lambda: pow(base=2, exp=3, mod=5))
class U:
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __abs__(s): return 'abs'
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 'trunc'
    def __floor__(s): return 'floor'
    def __ceil__(s): return 'ceil'
    def __index__(s): return 3
    def __complex__(s): return 1j
    def __float__(s): return 2.5
    def __int__(s): return 8
    def __bool__(s): return False
    def __len__(s): return 4
u = U(); print(-u, +u, ~u, abs(u), round(u), round(u, 2), int(u), float(u), complex(u), bool(u), not u, len(u), [1, 2, 3, 4][u], hex(u), range(u), 'abcd'[u], [0] * u if False else '')
for v in (None, 'a', [], {}, object()):
    n = type(v).__name__
    t(f'-{n}', lambda: -v); t(f'+{n}', lambda: +v); t(f'~{n}', lambda: ~v); t(f'abs {n}', lambda: abs(v)); t(f'round {n}', lambda: round(v)); t(f'int {n}', lambda: int(v)); t(f'float {n}', lambda: float(v)); t(f'len {n}', lambda: len(v)) if n != 'object' else t('len object', lambda: len(v)); t(f'iter {n}', lambda: type(iter(v)).__name__); t(f'call {n}', lambda: v()); t(f'idx {n}', lambda: v[0]); t(f'hash {n}', lambda: hash(v) and 0); t(f'next {n}', lambda: next(v)); t(f'in {n}', lambda: 0 in v); t(f'reversed {n}', lambda: type(reversed(v)).__name__); t(f'complex {n}', lambda: complex(v)); t(f'~', lambda: v.__index__())
    def f(): v[0] = 1
    t(f'set {n}', f)
    def f(): del v[0]
    t(f'del {n}', f)
    def f(): 
        with v: pass
    t(f'with {n}', f)
    def f(): 
        a, b = v
    t(f'unpack {n}', f)
    def f(): 
        for x in v: pass
    t(f'for {n}', f); t(f'star {n}', lambda: print(*v)); t(f'dstar {n}', lambda: dict(**v)); t(f'lt {n}', lambda: v < 1); t(f'ge {n}', lambda: 1 >= v)
    def f(): v.attr = 1
    t(f'setattr {n}', f)
    def f(): v.attr
    t(f'getattr {n}', f)
    def f(): del v.attr
    t(f'delattr {n}', f)
class Cmp:
    def __init__(s, n, r): s.n, s.r = n, r
    def __lt__(s, o): print(s.n, 'lt', end=' '); return s.r
    def __le__(s, o): print(s.n, 'le', end=' '); return s.r
    def __gt__(s, o): print(s.n, 'gt', end=' '); return s.r
    def __ge__(s, o): print(s.n, 'ge', end=' '); return s.r
    def __eq__(s, o): print(s.n, 'eq', end=' '); return s.r
    def __ne__(s, o): print(s.n, 'ne', end=' '); return s.r
class CmpSub(Cmp): 
    def __lt__(s, o): print(s.n, 'sublt', end=' '); return s.r
    def __gt__(s, o): print(s.n, 'subgt', end=' '); return s.r
    def __eq__(s, o): print(s.n, 'subeq', end=' '); return s.r
NI = NotImplemented
for a, b in ((Cmp('a', 1), Cmp('b', 2)), (Cmp('a', NI), Cmp('b', 2)), (Cmp('a', NI), Cmp('b', NI)), (Cmp('a', 1), CmpSub('b', 2)), (CmpSub('a', 1), Cmp('b', 2)), (Cmp('a', NI), 5), (5, Cmp('b', 3)), (5, Cmp('b', NI))):
    t('<', lambda: a < b); t('<=', lambda: a <= b); t('>', lambda: a > b); t('>=', lambda: a >= b); t('==', lambda: (a == b) if not isinstance(a == b, bool) else 'bool'); t('!=', lambda: (a != b) if not isinstance(a != b, bool) else 'bool')
t('hash of eq', lambda: hash(Cmp('a', 1)))
class OnlyEq:
    def __eq__(s, o): return True
t('hash only eq', lambda: hash(OnlyEq())); t('ne from eq', lambda: OnlyEq() != 1); print(OnlyEq.__hash__)
class H2(OnlyEq):
    __hash__ = lambda s: 5

class HB:
    def __hash__(s): return 'x'
t('hash str', lambda: hash(HB()))
class HBig:
    def __hash__(s): return 1 << 70
t('hash big', lambda: hash(HBig()) == hash(1 << 70)); 
class HNeg:
    def __hash__(s): return -1
t('hash -1', lambda: hash(HNeg()))
class BadBool:
    def __bool__(s): return 5
t('badbool', lambda: bool(BadBool())); t('not bad', lambda: not BadBool())
class BadLen:
    def __init__(s, v): s.v = v
    def __len__(s): return s.v
for v in (-1, 'x', 1.5, 1 << 70, True, None): t(f'badlen {v}', lambda: len(BadLen(v))); t(f'bool badlen {v}', lambda: bool(BadLen(v)))
class BadIdx:
    def __init__(s, v): s.v = v
    def __index__(s): return s.v
    __int__ = __float__ = __complex__ = __str__ = __repr__ = __format__ = __bytes__ = lambda s, *a: s.v
for v in ("x", 1.5, None, 3):
    t(f'idx {v}', lambda: [1, 2, 3, 4][BadIdx(v)]); t(f'int {v}', lambda: int(BadIdx(v))); t(f'float {v}', lambda: float(BadIdx(v))); t(f'complex {v}', lambda: complex(BadIdx(v))); t(f'str {v}', lambda: str(BadIdx(v))); t(f'repr {v}', lambda: repr(BadIdx(v))); t(f'format {v}', lambda: format(BadIdx(v))); t(f'bytes {v}', lambda: bytes(BadIdx(v))); t(f'range {v}', lambda: range(BadIdx(v))); t('fstr', lambda: f'{BadIdx(v)}'); t('hex', lambda: hex(BadIdx(v))); t('chr', lambda: chr(BadIdx(v)))
class SeqOld:
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i * 10
so = SeqOld(); print(list(so), 20 in so, 25 in so, [*so], dict(zip(so, so)), max(so)); t('rev old', lambda: reversed(so)); t('len old', lambda: len(so)); a, *b = so; print(a, b)
class Cont:
    def __contains__(s, x): return 'truthy' if x else ''
print(1 in Cont(), 0 in Cont(), 0 not in Cont())
class NoIter: __iter__ = None
class NoCont: __contains__ = None; __iter__ = lambda s: iter([1])
class NoAdd: __add__ = None; __radd__ = None; __hash__ = None; __eq__ = None
t('noiter', lambda: iter(NoIter())); t('nocont', lambda: 1 in NoCont()); t('noadd', lambda: NoAdd() + 1); t('nohash', lambda: hash(NoAdd())); t('noradd', lambda: 1 + NoAdd()); t('noeq', lambda: NoAdd() == 1); t('in noiter', lambda: 1 in NoIter())
class BadIter:
    def __iter__(s): return 5
t('baditer', lambda: iter(BadIter())); t('for baditer', lambda: list(BadIter())); t('in baditer', lambda: 1 in BadIter())
class Rev:
    def __reversed__(s): return 'rev!'
print(reversed(Rev()))
class Fmt:
    def __format__(s, spec): return f'<{spec}>'
print(f'{Fmt():abc}', format(Fmt()), '{:x{}}'.format(Fmt(), 3), f'{Fmt()!r:.5}'[:3]); t('obj fmt', lambda: format(object(), 'x'))
class Call:
    def __call__(s, *a, **k): return a, k
print(Call()(1, *[2, 3], x=4, **{'y': 5}))
class GS:
    def __getitem__(s, k): return k
    def __setitem__(s, k, v): print('set', k, v)
    def __delitem__(s, k): print('del', k)
g = GS(); print(g[1], g[1, 2], g[1:2], g[::], g[1:2, ...], g[()], g[*[1, 2]], g[1:2:3, *(4,)]); g[1:2] = 5; del g['x', 1]; g[0] += (1,) if False else 1
