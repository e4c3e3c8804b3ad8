# The most derived metaclass wins; unrelated ones are refused; a callable that is no class is simply called.
class M1(type): pass
class M2(type): pass
class M3(M1): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, metaclass=M3): pass
print(type(C), type(type('D', (C,), {})))
try:
    class E(A, B): pass
except TypeError as error:
    print(error)
def make(name, bases, ns, **kw): return name, bases, sorted(k for k in ns if k == 'v'), kw
class F(1, metaclass=make, k=2): v = 0
print(F)
try:
    class G(metaclass=5): pass
except TypeError as error:
    print(error)
