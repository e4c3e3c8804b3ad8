# Class patterns: __match_args__ of all kinds, builtins with one position, errors.
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): __match_args__ = ('y',)
class Bad: __match_args__ = ['a']
class Bad2: __match_args__ = (1,)
def f(v):
    match v:
        case Q(9): return 'Q9'
        case P(0, y): return 'zero', y
        case P(x=1, y=[a, b]): return a, b
        case P(): return 'some P'
        case bool(b): return 'bool', b
        case int(n) if n > 5: return 'big', n
        case int() | float(): return 'number'
        case str(s): return 'str', s
        case (1, *r) | [2, *r]: return 'seq', r
        case None: return 'single'
for v in (Q(1, 9), P(0, 5), P(1, 'ab'), P(1, (3, 4)), P(5, 5), True, 7, 2, 2.5, 'text', (1, 2), [2], None, b'x'): print(f(v))
def attempt(g):
    try: print(g())
    except TypeError as e: print(e)
def a():
    match P(1, 2):
        case P(1, 2, 3): pass
def b():
    match P(1, 2):
        case P(1, x=1): pass
def c():
    match Bad():
        case Bad(1): pass
def d():
    match Bad2():
        case Bad2(1): pass
def e():
    match 5:
        case int(1, 2): pass
def g():
    class N: pass
    match N():
        case N(1): pass
def h():
    x = 5
    match 5:
        case x(): pass
for t in (a, b, c, d, e, g, h): attempt(t)
