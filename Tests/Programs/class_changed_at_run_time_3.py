# Objects and classes that change while they are used: __class__, methods, bases, special methods. Part 3.
def attempt(f, *a):
    try: print('ok', f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A(); a.v = 1
class Base:
    def m(self): return 'base'
class D1(Base): pass
d = D1()
def call(): return d.m()
D1.__bases__ = (B,)
attempt(call)
D1.__getattr__ = lambda s, n: lambda: 'ga ' + n
print(call())
class Prop: 
    x = 1
p = Prop()
def rd(): return p.x
print(rd()); p.x = 2; print(rd()); Prop.x = property(lambda s: 'prop'); print(rd()); del Prop.x; print(rd()); 
del p.x
attempt(rd)
class Callable: pass
c = Callable()
attempt(c)
Callable.__call__ = lambda s, *a: ('called', a)
print(c(1)); Callable.__len__ = lambda s: 0; print(bool(c), len(c)); Callable.__bool__ = lambda s: True; print(bool(c))
Callable.__eq__ = lambda s, o: True; print(c == 5, c != 5); 
attempt(lambda: hash(c) == hash(c))
Callable.__iter__ = lambda s: iter('ab'); print(list(c)); del Callable.__iter__; attempt(list, c)
Callable.__add__ = lambda s, o: 'add'; print(c + 1); del Callable.__add__; attempt(lambda: c + 1)
Callable.__contains__ = None; attempt(lambda: 1 in c)
Callable.__getitem__ = lambda s, i: [1,2][i]; print(list(c))
c.__len__ = lambda: 99; print(len(c))
