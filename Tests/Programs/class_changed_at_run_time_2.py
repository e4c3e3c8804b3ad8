# Objects and classes that change while they are used: __class__, methods, bases, special methods. Part 2.
def attempt(f, *a):
    try: print('ok', f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A(); a.v = 1
class I(int): pass
class I2(int): pass
i = I(5); i.__class__ = I2; print(type(i), i + 1)
class C(A): pass
a.__class__ = C; print(a.f())
def loop(objs):
    return [o.f() for o in objs]
objs = [A() for _ in range(4)]
print(loop(objs)); objs[1].__class__ = B; print(loop(objs))
A.f = lambda self: 'patched'; print(loop(objs))
A.g = 5
del A.f
attempt(loop, objs)
objs[0].f = lambda: 'inst'
attempt(lambda: objs[0].f())
A.f = lambda s: 'again'
print(objs[0].f(), objs[2].f())
class Base:
    def m(self): return 'base'
class D1(Base): pass
d = D1()
def call(): return d.m()
print(call(), call()); Base.m = lambda s: 'newbase'; print(call()); D1.m = lambda s: 'd1'; print(call()); del D1.m; print(call())
