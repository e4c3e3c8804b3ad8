# Iterators by hand: __iter__, __next__, __getitem__, sentinels, StopIteration and its traps.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('done')
        self.n -= 1
        return self.n
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * i
class NoNext:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
print(list(Count(3)), list(Old()), 9 in Old(), max(Old()), [*Old()], dict(enumerate(Old())), tuple(iter(Old())), list(zip(Count(2), Old())))
it = iter([1, 2, 3].pop, 1)
print(list(it), list(it))
for f in (lambda: list(NoNext()), lambda: iter(NoneIter()), lambda: list(NoneIter()), lambda: 1 in NoneIter(), lambda: iter(5), lambda: iter(5, 6), lambda: next(5), lambda: next([]), lambda: next(Count(0)), lambda: next(iter([])), lambda: next(iter([]), 'd'), lambda: [*5], lambda: iter(), lambda: next(), lambda: reversed(5), lambda: list(reversed(Old())), lambda: reversed({1})):
    t(f)
