# Attributes of functions, methods and code objects. Part 3.
def outer(x):
    'outer doc'
    y = 2
    def inner(a, /, b: int, *args, c: 'str' = 3, **kw) -> float:
        """inner doc
            more
        """
        loc = x + y
        return loc
    return inner
f = outer(1)
class C:
    def m(self): return self
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return 1
import types
print(repr(str.upper), repr([].append).split(' at ')[0], repr(int.__add__), repr((1).__add__).split(' at ')[0], repr(print))
nf = types.FunctionType(f.__code__, globals(), 'nf', (1,), f.__closure__); print(nf.__name__, nf.__defaults__, nf(3, 4, c=1))
g = lambda *a, **k: (a, k)
print(g.__code__.co_flags & 12, g.__code__.co_varnames)
def gen(): yield
async def co(): pass
async def ag(): yield
print(gen.__code__.co_flags & 0x3a0, co.__code__.co_flags & 0x3a0, ag.__code__.co_flags & 0x3a0)
def doc1(): 'one'
def doc2(): f'x'
def doc3(): b'x'
def doc4(): ('a' 'b')
print(doc1.__doc__, doc2.__doc__, doc3.__doc__, doc4.__doc__)
class D: 'cls doc'
print(D.__doc__, C.__doc__); D.__doc__ = 'new'; print(D.__doc__)
def a(x: 'y', *z: 1, k: 2 = 3, **q: 4) -> 5: pass
print(a.__annotations__); a.__annotations__['n'] = 1; print(a.__annotations__); del a.__annotations__; print(a.__annotations__)
def swap1(): return 1
def swap2(): return 2
swap1.__code__ = swap2.__code__; print(swap1(), swap1.__name__)
