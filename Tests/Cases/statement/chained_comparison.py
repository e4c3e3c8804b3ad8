# Chained comparisons evaluate each operand once and stop early.
def v(x):
    print('<%s>' % (x,), end=' ')
    return x
print(v(1) < v(2) < v(3), v(3) < v(2) < v(1), v(1) == v(1) != v(2) is not v(None), v(1) in v([1]) == v([1]), v(1) < v(5) > v(2) <= v(2))
class C:
    def __init__(self, r): self.r = r
    def __lt__(self, o): return self.r
    def __gt__(self, o): return self.r
print(C([]) < C(1) < C(2), C('yes') < C('last') < 3, not C(0) < 1, (1 < 2) == True, 1 < 2 == True, None is None, 1 in [1] in [[1]])
try:
    1 < 2 < 'a'
except TypeError as e:
    print(e)
try:
    2 < 1 < 'a'
    print('not evaluated')
except TypeError as e:
    print(e)
