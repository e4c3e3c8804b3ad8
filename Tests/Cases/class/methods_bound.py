# Bound methods: equality, attributes, binding by hand, what is not bound.
class A:
    def f(self): "doc"; return self
    g = lambda self: 1
    builtin = len
    partial = staticmethod(max)
    def __len__(self): return 3
a, b = A(), A()
m = a.f
print(m == a.f, m is a.f, a.f == b.f, m.__self__ is a, m.__func__ is A.f, m.__name__, m.__doc__, hash(m) == hash(a.f))
print(A.builtin(a), a.partial(1, 2), A.f.__get__(a)() is a, A.f.__get__(None, A) is A.f)
try:
    a.builtin()
except TypeError as error:
    print(error)
try:
    m.x = 1
except AttributeError as error:
    print(error)
A.f.tag = 'on function'
print(m.tag)
import types
print(types.MethodType(len, [1, 2])(), types.MethodType(lambda s, t: s + t, 'a')('b'))
try:
    types.MethodType(len, None)
except TypeError as error:
    print(error)
