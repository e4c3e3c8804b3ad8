# Arithmetic of subclasses of int gives ints unless the class says otherwise.
class N(int):
    def __add__(self, other): return N(int(self) + int(other))
    def __radd__(self, other): return 'radd'
    def __repr__(self): return 'N(%d)' % self
    __str__ = __repr__
a = N(5)
print(a + 1, 1 + a, a - 1, type(a - 1), a * 2, -a, type(-a), +a, type(+a), abs(a), type(abs(a)), a // 2, f'{a}', f'{a:d}', '%d' % a, str(a), int(a), type(int(a)))
print(a == 5, hash(a) == hash(5), {5: 'x'}[a], [10, 20, 30, 40, 50, 60][a], range(a), bin(a), isinstance(a, int), a.bit_length())
print(sum([N(1), N(2)], N(0)), max(N(1), 2), sorted([N(3), 1, N(2)]))
