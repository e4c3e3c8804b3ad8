# Arithmetic dunder methods, reflected and in-place versions, NotImplemented.
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o):
        if isinstance(o, Vec):
            return Vec(self.x + o.x, self.y + o.y)
        return NotImplemented
    def __radd__(self, o):
        if o == 0:
            return self
        return NotImplemented
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __floordiv__(self, k): return Vec(self.x // k, self.y // k)
    def __mod__(self, k): return Vec(self.x % k, self.y % k)
    def __pow__(self, k): return Vec(self.x ** k, self.y ** k)
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return Vec(-self.x, -self.y)
    def __pos__(self): return self
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __invert__(self): return Vec(self.y, self.x)
    def __lshift__(self, k): return Vec(self.x << k, self.y << k)
    def __rsub__(self, k): return Vec(k - self.x, k - self.y)
    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self
    def __repr__(self): return f'Vec({self.x}, {self.y})'

a, b = Vec(3, 4), Vec(10, -1)
print(a + b, a - b, a * 2, 2 * a, b / 4, b // 4, b % 4, a ** 2, a @ b, -a, +a, abs(a), ~a, a << 3, 100 - a)
print(sum([a, b, a]))
c = a
c += b
print(a, c is a)
c -= b
print(a, c)
for f in (lambda: a + 1, lambda: 'x' + a, lambda: a & b, lambda: 1 / a):
    try:
        f()
    except TypeError as e:
        print(e)
