# Pattern matching: every pattern, class patterns and their errors, bindings. Part 6.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class Consts: A = 1; B = 'b'
x = [1, [2, 3]]
def dupkey(d):
    k = 'a'
    match d:
        case {Consts.B: 1, 'b': 2}: return 1
attempt(dupkey, {'b': 1})
def guard_raises(v):
    match v:
        case x if x / 0: return 1
attempt(guard_raises, 1)
def f(): print('subject once'); return 2
match f():
    case 1: pass
    case 2: print('two')
class Weird:
    def __eq__(self, o): print('eq', o); return True
match Weird():
    case 5: print('weird matched')
match 1.0:
    case True: print('T')
    case 1: print('one')
