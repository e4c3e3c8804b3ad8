# super() in every place: closures, static and class methods, generators, wrong arguments, metaclasses. Part 3.
class D:
    def __new__(cls, *a): 
        print('new', a)
        return super().__new__(cls)
    def __init__(self, *a): 
        super().__init__()
D(1, 2)
class E(D):
    def __init__(self): super().__init__(1)
E()
class Meta(type):
    def __call__(cls, *a): 
        print('call', a); return super().__call__(*a)
    def __new__(m, name, bases, ns, **kw):
        print('meta', name, sorted(k for k in ns if not k.startswith('__')), kw, '__classcell__' in ns)
        return super().__new__(m, name, bases, ns)
    def __init__(self, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
class F(metaclass=Meta, k=2):
    a = 1
    def m(self): return __class__
print(F(  ).m())
