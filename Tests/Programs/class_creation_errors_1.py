# Making classes: orders of resolution, wrong bases, metaclasses, what may be assigned to a class. Part 1.
def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', r)
        return r
    except BaseException as e:
        print(type(e).__name__, e)
class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass
attempt(type, 'C', (A, B), {})
attempt(type, 'D', (X, X), {})
attempt(type, 'E', (object, X), {})
attempt(type, 'F', (int, str), {})
attempt(type, 'G', (bool,), {})
attempt(type, 'H', (type(None),), {})
attempt(type, 'I', (range,), {})
attempt(type, 'J', (slice,), {})
attempt(type, 'K', (type(lambda: 0),), {})
