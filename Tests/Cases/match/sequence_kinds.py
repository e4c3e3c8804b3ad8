# What is a sequence to a pattern, and what is not.
import collections, array
def f(x):
    match x:
        case []: return 'empty'
        case [y]: return 'one', y
        case [first, *middle, last]: return first, middle, last
        case _: return 'no sequence'
class Seq(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return (0, 10)[i]
class Duck:
    def __len__(self): return 1
    def __getitem__(self, i): return i
class L(list): pass
for x in ([], (), (1,), range(3), 'abc', b'ab', bytearray(b'a'), {1}, {1: 2}, Seq(), Duck(), L([5]), collections.deque([1, 2]), array.array('i', [3]), memoryview(b'xy'), iter([1])):
    print(type(x).__name__, f(x))
