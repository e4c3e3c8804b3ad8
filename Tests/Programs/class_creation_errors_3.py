# Making classes: orders of resolution, wrong bases, metaclasses, what may be assigned to a class. Part 3.
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
class Diamond(A): 
    def mro(self): return 'mine'
print(Diamond.__mro__, Diamond.mro())if 0 else print([c.__name__ for c in Diamond.__mro__])
print(A.__bases__, A.__base__, A.__name__, A.__qualname__, A.__module__)
attempt(setattr, A, '__name__', 5)
attempt(setattr, A, '__name__', 'Renamed')
print(A)
attempt(setattr, A, '__qualname__', 5)
attempt(setattr, A, '__qualname__', 'q.A')
print(A)
attempt(setattr, A, '__bases__', (Y, X))
print([c.__name__ for c in A.__mro__])
attempt(setattr, A, '__bases__', ())
attempt(setattr, A, '__bases__', 1)
attempt(setattr, A, '__bases__', (int,))
attempt(delattr, A, '__bases__')
attempt(delattr, A, '__name__')
attempt(setattr, int, 'x', 1)
attempt(delattr, int, 'x')
attempt(setattr, A, '__dict__', {})
