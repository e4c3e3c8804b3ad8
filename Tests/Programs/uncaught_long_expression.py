# Carets in the middle of a long chain of calls, attributes and subscripts.
class Chain:
    def __init__(self, n): self.n, self.items = n, {'a': [1, 2]}
    def next(self): return Chain(self.n + 1)
    def fail(self, *args): raise RuntimeError(f'at {self.n} with {args}')
c = Chain(0)
print(c.next().next().n + c.items['a'][0] * (2 if c.n else 3))
value = c.next().items['a'][1] + c.next().next().fail(1, *[2, 3], key := 4).n - sum(x for x in c.items['a'])
