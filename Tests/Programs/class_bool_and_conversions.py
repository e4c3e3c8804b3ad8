# __bool__, __int__, __float__, __index__, __hash__, __round__ and friends.
class T:
    def __init__(self, truth): self.truth = truth
    def __bool__(self):
        print('asked', self.truth)
        return self.truth
class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __hash__(self): return 99
    def __round__(self, n=None): return ('round', n)
    def __divmod__(self, o): return ('divmod', o)
    def __reversed__(self): return iter('cba')
    def __complex__(self): return 1j

if T(True): print('yes')
if not T(False): print('no')
print(bool(T(True)), T(False) and 1 or 'other', [x for x in (1, 2) if T(x == 2)])
while T(False): pass
n = N()
print(int(n), float(n), hash(n), round(n), round(n, 2), divmod(n, 5), list(reversed(n)), complex(n))
print('abcdef'[n], [0, 1, 2, 3, 4][n:], range(10)[n], 'x' * n, bin(n))
class BadBool:
    def __bool__(self): return 1
try:
    bool(BadBool())
except TypeError as e:
    print(e)
