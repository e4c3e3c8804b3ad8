# Making classes: orders of resolution, wrong bases, metaclasses, what may be assigned to a class. Part 2.
def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', r)
        return r
    except BaseException as e:
        print(type(e).__name__, e)
class X: pass
attempt(type, 'L', (1,), {})
attempt(type, 'M', ('a',), {})
attempt(type, 5, (), {})
attempt(type, 'N', [], {})
attempt(type, 'N', (), [])
attempt(type)
attempt(type, 1, 2)
attempt(type, 1, 2, 3, 4)
attempt(type, 'x\0y', (), {})
try:
    class Q(1): pass
except TypeError as e: print(e)
try:
    class Q(X, metaclass=1): pass
except TypeError as e: print(e)
class M1(type): pass
class M2(type): pass
class P1(metaclass=M1): pass
class P2(metaclass=M2): pass
try:
    class P3(P1, P2): pass
except TypeError as e: print(e)
