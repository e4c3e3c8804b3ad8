# Pattern matching: every pattern, class patterns and their errors, bindings. Part 2.
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
def cls_err(v, k):
    match v:
        case P(1, 2, 3) if k == 0: pass
        case Dup(1, 1) if k: pass
        case _: return 'no'
attempt(cls_err, P(1, 2), 0); attempt(cls_err, Dup(), 1)
def e2(v):
    match v:
        case BadArgs(1): pass
attempt(e2, BadArgs())
def e3(v):
    match v:
        case BadArgs2(1): pass
attempt(e3, BadArgs2())
def e4(v):
    match v:
        case Q(1): pass
attempt(e4, Q())
def e5(v):
    X = 5
    match v:
        case X(): pass
attempt(e5, 1)
