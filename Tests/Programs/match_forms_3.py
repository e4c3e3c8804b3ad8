# Pattern matching: every pattern, class patterns and their errors, bindings. Part 3.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def e6(v):
    match v:
        case P(x=1, y=2, z=3): return 1
        case P(1, x=1): return 2
attempt(e6, P(1, 2))
def e7(v):
    match v:
        case int(1, 2): pass
attempt(e7, 1)
class Consts: A = 1; B = 'b'
def vals(v):
    match v:
        case Consts.A: return 'A'
        case Consts.B: return 'B'
        case {Consts.B: x}: return ('map', x)
        case [Consts.A, Consts.B]: return 'both'
print([vals(x) for x in [1, 'b', {'b': 5}, [1, 'b'], 9]])
def binds(v):
    match v:
        case [a, b] | (a, b, _): return a, b
        case {'x': a} | {'y': a}: return a
print(binds([1, 2]), binds((1, 2, 3)), binds({'y': 4}))
