# super() in every place: closures, static and class methods, generators, wrong arguments, metaclasses. Part 4.
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
class BadMeta(type):
    def __new__(m, n, b, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, n, b, ns)
try:
    class G(metaclass=BadMeta):
        def m(self): return __class__
except RuntimeError as e: print(e)
class Meta2(type):
    def __new__(m, n, b, ns): return 5
try:
    class H(metaclass=Meta2):
        def m(self): return __class__
    print(H)
except Exception as e: print(type(e).__name__, e)
def fun(name, bases, ns): return (name, bases, sorted(ns))
class I(int, metaclass=fun): z = 1
print(I)
class Mine(super): pass
print(type(Mine(B, b)), Mine(B, b).f())
