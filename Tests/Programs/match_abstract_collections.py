# Classes that derive from, or are registered with, the abstract Sequence and Mapping count in patterns.
from collections.abc import Mapping, Sequence


class Pairs(Mapping):
    def __init__(self, **data): self.data = data
    def __getitem__(self, key): return self.data[key]
    def __iter__(self): return iter(self.data)
    def __len__(self): return len(self.data)


class Steps(Sequence):
    def __getitem__(self, i): return [1, 2, 3][i]
    def __len__(self): return 3


class Plain:
    def __getitem__(self, i): return [4, 5][i]
    def __len__(self): return 2


@Sequence.register
class Registered(Plain):
    pass


class Derived(Registered):
    pass


for value in [Pairs(a=1, b=2), Steps(), Plain(), Registered(), Derived(), 'ab', b'ab', range(2), {1: 2}]:
    match value:
        case {'a': a, **rest}: print('mapping', a, rest)
        case {}: print('other mapping')
        case [first, *others]: print('sequence', first, others)
        case _: print('neither', type(value).__name__)
