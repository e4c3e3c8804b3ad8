# Comparison chains evaluate each operand once and stop early.
def v(x):
    print(f'<{x}>', end='')
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) == v(1) != v(2) in [v(2)])
print(1 < 2 == 2 > 1, (1 < 2) == 2, 1 in [1, 2] in [[1, 2]], 'a' < 'b' <= 'b' < 'c')
class N:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print('lt', self.n, o.n, end=' ')
        return [] if self.n > o.n else [self.n]
print(N(1) < N(2) < N(3), N(5) < N(2) < N(3))
x = 5
print(0 <= x < 10, not 0 < x < 3, 1 < x != 7, x > 3 != None)
lo, hi = -2**63, 2**63
print([lo < k < hi for k in (lo - 1, lo, 0, hi - 1, hi)], lo < 0.5 < hi, 1.0 <= 1 <= True)
