# A metaclass: __new__, __call__, methods on the class, __instancecheck__.
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        ns['added'] = name.lower()
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.options = kw
    def __call__(cls, *args):
        obj = super().__call__(*args)
        obj.made = True
        return obj
    def __len__(cls): return 42
    def __instancecheck__(cls, o): return o == 'instance' or super().__instancecheck__(o)
    def __iter__(cls): return iter('xyz')

class A(metaclass=Meta, flag=1):
    def __init__(self, v=0): self.v = v
class B(A): pass

print(A.added, B.added, A.options, B.options, type(B).__name__, len(A), list(B))
a = A(5)
print(a.v, a.made, isinstance('instance', A), isinstance('x', A), isinstance(a, A))
