# Rich comparisons, their reflections, default __ne__, and sorting by __lt__.
class Version:
    def __init__(self, *parts): self.parts = parts
    def __eq__(self, o):
        if not isinstance(o, Version): return NotImplemented
        return self.parts == o.parts
    def __lt__(self, o):
        if not isinstance(o, Version): return NotImplemented
        return self.parts < o.parts
    def __le__(self, o): return self < o or self == o
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return 'v' + '.'.join(map(str, self.parts))

a, b, c = Version(1, 2), Version(1, 10), Version(1, 2)
print(a == c, a != c, a == b, a != b, a < b, a > b, a <= c, a >= b, a == 'x', a != 'x')
print(sorted([b, a, Version(0, 9), c, Version(2)]), max(a, b), min(b, a))
print(len({a, b, c}), {a: 'found'}[c], a in [b, c], [a, b].index(b))
try:
    a < 3
except TypeError as e:
    print(e)
class NoHash:
    def __eq__(self, o): return True
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)
class Odd:
    def __eq__(self, o): return 'eq result'
    def __lt__(self, o): return []
print(Odd() == 1, Odd() != 1, Odd() < 1, 1 == Odd(), 1 > Odd())
