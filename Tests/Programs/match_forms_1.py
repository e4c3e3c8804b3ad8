# Pattern matching: every pattern, class patterns and their errors, bindings. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Q: pass
class Dup: __match_args__ = ('a', 'a'); a = 1
class BadArgs: __match_args__ = ['a']; a = 1
class BadArgs2: __match_args__ = (1,); a = 1
from collections import OrderedDict, deque, defaultdict
def m(v):
    match v:
        case None: return 'none'
        case True | False as b: return ('bool', b)
        case 0 | 1: return 'small'
        case -1.5 | 2+3j: return 'num'
        case int(n) if n > 100: return ('big', n)
        case int() | float(): return 'number'
        case 'a' | "b": return 'ab'
        case str(s) if len(s) > 3: return ('long', s)
        case str(): return 'str'
        case b'x': return 'bytesx'
        case bytes(z): return ('bytes', z)
        case []: return 'empty'
        case [x]: return ('one', x)
        case [1, *rest, 9]: return ('1..9', rest)
        case [P(x=0), *_]: return 'p-first'
        case (a, [b, (c, *d)]): return ('nested', a, b, c, d)
        case [x, y, *_] if x == y: return 'eq'
        case [*all]: return ('all', all)
        case {}if not v: return 'emptymap'
        case {'k': 1, **rest}: return ('k1', rest)
        case {'k': [a, b], 'z': z}: return ('kz', a, b, z)
        case {1: _, 'a': str() as w}: return ('1a', w)
        case {'n': {'m': deep}}: return ('deep', deep)
        case {}: return 'map'
        case P(0, 0): return 'origin'
        case P(x, y=5): return ('y5', x)
        case P(P(a, b), _): return ('pp', a, b)
        case P(): return 'P'
        case set(): return 'set'
        case type(): return 'type'
        case _: return 'other'
for v in [None, True, 0, 1, 1.0, -1.5, 2+3j, 101, 7, 3.5, 'a', 'hello', 'x', b'x', b'yy', [], [5], [1, 2, 3, 9], [P(0, 1), 2], (1, [2, (3, 4)]), (3, 3, 1), [1, 2], deque([1, 9]), range(3), {}, {'k': 1, 'o': 2}, {'k': [1, 2], 'z': 3}, {1: 2, 'a': 's'}, {'n': {'m': 4}}, OrderedDict(a=1), defaultdict(int), P(0, 0), P(1, 5), P(P(1, 2), 3), P(9, 9), Q(), {1}, int, bytearray(b'ab'), iter([1]), 'ab', (), frozenset()]:
    attempt(m, v)
