# Pattern matching: every pattern, class patterns and their errors, bindings. Part 5.
class Map:
    def __init__(self, d): self.d = d
    def keys(self): return self.d.keys()
    def __getitem__(self, k): return self.d[k]
match Map({'a': 1}):
    case {'a': 1}: print('mapping')
    case _: print('not mapping')
import collections.abc
class MyMap(collections.abc.Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
class MySeq(collections.abc.Sequence):
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
match MyMap({'a': 1, 'b': 2}):
    case {'a': 1, **r}: print('mapping', r)
match MySeq():
    case [1, b]: print('seq', b)
