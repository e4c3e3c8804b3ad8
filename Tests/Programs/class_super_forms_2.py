# super() in every place: closures, static and class methods, generators, wrong arguments, metaclasses. Part 2.
class A:
    x = 1
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
    def __getitem__(self, i): return ('A', i)
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__, kw)
class B(A, flag=3):
    def f(self): return 'B.f ' + super().f()
    @classmethod
    def c(cls): return 'B.c ' + super().c()
    @staticmethod
    def s(): return 'B.s ' + super(B, B).s()
    @property
    def p(self): return 'B.p ' + super().p
    def __getitem__(self, i): return ('B', super().__getitem__(i))
    def inner(self):
        def g(): return super(B, self).f()
        def h(me): return super().f()
        return g(), h(self)
    def comp(self): return [super(B, self).f() for _ in range(2)], [super().f() for i in range(1)]
    def lam(self): return (lambda self: super().f())(self)
    def gen(self):
        yield super().f()
        yield super().x
    def cls(self): return __class__
    async def co(self): return super().f()
b = B()
try: print(b.comp())
except Exception as e: print(type(e).__name__, e)
try: b.co().send(None)
except StopIteration as e: print(e.value)
s = super(B, b)
print(s, s.__thisclass__, s.__self__ is b, s.__self_class__)
print(super(B, B).c(), super(B).__self__)
for f in [lambda: super(1, 2), lambda: super(B, 3), lambda: super(), lambda: super(B, b).nope, lambda: super(B, b, 3), lambda: super(B,b).__init__(1), lambda:setattr(super(B,b),'q',1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def noargs():
    return super().f
try: noargs()
except RuntimeError as e: print(e)
class C:
    def m(): return super()
    def d(self):
        del self
        return super()
    def r(self):
        self = 5
        return super()
    def v(*args): return super()
    def w(*, self=1): return super()
for f in [lambda: C.m(), lambda: C().d(), lambda: C().r(), lambda: C().v(), lambda:C.v(), lambda: C.w()]:
    try: print(f().__class__)
    except Exception as e: print(type(e).__name__, e)
