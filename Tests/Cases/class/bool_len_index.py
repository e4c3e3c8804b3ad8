# Truth and __index__: order, wrong results, ranges.
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
    def __len__(self): return 0
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: (bool(L(0)), bool(L(2)), bool(B(True))))
attempt(lambda: bool(B(1)))
attempt(lambda: len(L(-1)))
attempt(lambda: bool(L(-1)))
attempt(lambda: len(L('x')))
attempt(lambda: len(L(10**20)))
attempt(lambda: bool(L(10**20)))
attempt(lambda: [10, 20, 30][I(1)])
attempt(lambda: [1][I('x')])
attempt(lambda: 'abc'[I(True):])
attempt(lambda: (hex(I(255)), bin(I(5)), chr(I(65)), list(range(I(3))), 'ab' * I(2), round(2.567, I(1)), int(I(7))))
attempt(lambda: [1][I(10**30)])
attempt(lambda: [1] * I(10**30))
attempt(lambda: float(I(3)))
attempt(lambda: 1 + I(3))
