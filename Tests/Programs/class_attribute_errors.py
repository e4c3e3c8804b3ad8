# AttributeError messages for instances, classes, modules-like objects and builtin values.
class A:
    attr = 1
    def __init__(self): self.value = 1

class S:
    __slots__ = ('x',)

def attempt(f):
    try:
        f()
    except AttributeError as e:
        print(e)

a = A()
attempt(lambda: a.missing)
attempt(lambda: A.missing)
attempt(lambda: None.foo)
attempt(lambda: (5).bar)
attempt(lambda: 'x'.push('y'))
attempt(lambda: [].add(1))
attempt(lambda: {}.append)
attempt(lambda: (lambda: 1).attr)
attempt(lambda: setattr(5, 'x', 1))
attempt(lambda: setattr([], 'x', 1))
attempt(lambda: delattr(a, 'nothing'))
attempt(lambda: delattr(A, 'nothing'))
attempt(lambda: setattr(S(), 'y', 1))
attempt(lambda: S().x)
attempt(lambda: setattr(object(), 'x', 1))
attempt(lambda: len.foo)
attempt(lambda: super(A, a).nope)
del a.value
attempt(lambda: a.value)
try:
    int.new = 1
except TypeError as e:
    print(e)
