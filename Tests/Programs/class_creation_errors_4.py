# Making classes: orders of resolution, wrong bases, metaclasses, what may be assigned to a class. Part 4.
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
class M1(type): pass
attempt(setattr, A, '__mro__', ())
print(X.__subclasses__(), type.__subclasses__(M1))
attempt(lambda: A.__abstractmethods__)
class WithMro(type):
    def mro(cls):
        print('mro called', cls.__name__)
        return [cls, object]
class WM(metaclass=WithMro): pass
print(WM.__mro__)
class Bad(type):
    def mro(cls): return [cls, 5]
attempt(Bad, 'b', (), {})
