# __slots__: no __dict__, inherited slots, unset slots, defaults impossible.
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'P({self.x}, {self.y})'
class Q(P):
    __slots__ = ('z',)
class R(P): pass

p = P(1, 2)
p.x += 2**64
print(p, hasattr(p, '__dict__'))
try:
    p.z = 3
except AttributeError as e:
    print(e)
del p.y
print(hasattr(p, 'y'))
q = Q(1, 2)
q.z = 'z'
print(q, q.z)
r = R(5, 6)
r.anything = 'ok'
print(r, r.__dict__)
try:
    class Conflict:
        __slots__ = ('a',)
        a = 1
except ValueError as e:
    print(e)
