# __slots__: no __dict__, errors of unset and unknown names, inheritance, __weakref__.
class A:
    __slots__ = ('x', 'y')
class B(A):
    __slots__ = ['z']
class C(A): pass
a, b, c = A(), B(), C()
a.x = 1
b.z = b.x = 2
c.free = c.y = 3
print(a.x, b.z, b.x, c.__dict__, hasattr(a, '__dict__'), hasattr(b, '__dict__'))
def attempt(f):
    try:
        print(f())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
attempt(lambda: a.y)
attempt(lambda: setattr(a, 'w', 1))
attempt(lambda: a.nothing)
attempt(lambda: delattr(a, 'y'))
attempt(lambda: delattr(a, 'w'))
attempt(lambda: A.x.__get__(5))
print(A.x, A.x.__name__, A.x.__objclass__, type(A.x))
