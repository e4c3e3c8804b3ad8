# One-argument super is a descriptor that binds later; super objects know themselves.
class A:
    x = 'A.x'
    def f(self): return 'A.f'
class B(A):
    x = 'B.x'
    def f(self): return 'B.f'
B.up = super(B)
b = B()
print(b.up.f(), b.up.x)
s = super(B, b)
print(s.__thisclass__, s.__self_class__, s.__self__ is b, repr(s).startswith('<super: <class '))
print(super(B, B).x, super(B, B).f(b))
u = super(B)
print(u.__self__, u.__thisclass__, repr(u))
try:
    s.x = 5
except AttributeError as error:
    print(error)
