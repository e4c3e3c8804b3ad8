# Objects and classes that change while they are used: __class__, methods, bases, special methods. Part 1.
def attempt(f, *a):
    try: print('ok', f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A(); a.v = 1
print(a.f()); a.__class__ = B; print(a.f(), a.v, type(a), isinstance(a, B))
class S: __slots__ = ('x',)
class S2: __slots__ = ('x',)
class S3: __slots__ = ('x', 'y')
class I(int): pass
class L(list): pass
s = S(); s.x = 5
attempt(setattr, a, '__class__', S); attempt(setattr, s, '__class__', A); attempt(setattr, s, '__class__', S2); print(type(s), s.x)
attempt(setattr, s, '__class__', S3)
attempt(setattr, 5, '__class__', I); attempt(setattr, I(5), '__class__', L); attempt(setattr, I(5), '__class__', int)
attempt(setattr, a, '__class__', 5); attempt(delattr, a, '__class__')
attempt(setattr, a, '__class__', int); attempt(setattr, [], '__class__', L)
