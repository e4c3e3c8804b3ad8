# Statements: evaluation order, errors of operators, control flow. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class T:
    def __init__(s, n): s.n = n; s.__dict__['log'] = []
    def __getitem__(s, k): print(s.n, 'get', k); return Val(('item', k))
    def __setitem__(s, k, v): print(s.n, 'set', k, v)
    def __delitem__(s, k): print(s.n, 'del', k)
    def __repr__(s): return 'T' + s.n
class Val:
    def __init__(s, v): s.v = v
    def __iadd__(s, o): print('iadd', s.v, o); return s
    def __add__(s, o): print('add', s.v, o); return Val(('sum', s.v, o))
    def __sub__(s, o): print('sub'); return NotImplemented
    def __rsub__(s, o): print('rsub'); return NotImplemented
    def __isub__(s, o): print('isub'); return NotImplemented
    def __repr__(s): return 'V' + repr(s.v)
def e(x): print('eval', x); return x
t = T('t')
t[e('k')] += e(1)
