# Order of insertion survives deletion and replacement; equal keys of other types are one.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


d = {}
for k in 'cab': d[k] = 1
del d['a']; d['a'] = 2; d['c'] = 3
print(d, list(d), {1: 'a', 1.0: 'b', True: 'c'}, {0: 1, False: 2, 0.0: 3}, {(1, 2): 'x'}[1, 2], {frozenset([1]): 1}[frozenset([1.0])], {'a': 1} == {'a': 1.0}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == [], len({float('nan'): 1, float('nan'): 2}))
class K:
    def __init__(self, v, h): self.v, self.h = v, h
    def __hash__(self): return self.h
    def __eq__(self, other): return isinstance(other, K) and self.v == other.v
    def __repr__(self): return 'K%s' % self.v
print({K(1, 5): 'a', K(2, 5): 'b', K(1, 5): 'c'}, {K(1, 1): 1}.get(K(1, 2)))
class Bad:
    def __hash__(self): return 'x'
class Raises:
    def __hash__(self): return 1
    def __eq__(self, other): raise ZeroDivisionError('eq')
t(lambda: {Bad(): 1})
t(lambda: {Raises(): 1, Raises(): 2})
t(lambda: {Raises(): 1}[1])
class NoHash:
    def __eq__(self, other): return True
t(lambda: {NoHash(): 1})
t(hash, type('H', (), {'__hash__': None})())
t(lambda: hash(type('B', (), {'__hash__': lambda s: 2 ** 100})()) == hash(2 ** 100))
