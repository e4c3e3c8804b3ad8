# A matrix class: arithmetic, determinants with exact fractions by hand, powers, transposition.
class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        widths = {len(r) for r in self.rows}
        if len(widths) != 1:
            raise ValueError('ragged rows')
        self.height, self.width = len(self.rows), widths.pop()
    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])
    @property
    def shape(self):
        return self.height, self.width
    @property
    def T(self):
        return Matrix(zip(*self.rows))
    def __getitem__(self, key):
        if isinstance(key, tuple):
            r, c = key
            return self.rows[r][c]
        return self.rows[key]
    def __setitem__(self, key, value):
        r, c = key
        self.rows[r][c] = value
    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows
    def __add__(self, other):
        if self.shape != other.shape:
            raise ValueError(f'shapes {self.shape} and {other.shape}')
        return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.rows, other.rows)])
    def __neg__(self):
        return self * -1
    def __sub__(self, other):
        return self + -other
    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])
    __rmul__ = __mul__
    def __matmul__(self, other):
        if self.width != other.height:
            raise ValueError(f'cannot multiply {self.shape} by {other.shape}')
        columns = other.T.rows
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows])
    def __pow__(self, n):
        result, base = Matrix.identity(self.height), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result
    def det(self):
        "Bareiss: exact for ints."
        m, sign, previous = [row[:] for row in self.rows], 1, 1
        n = self.height
        for k in range(n - 1):
            if m[k][k] == 0:
                for i in range(k + 1, n):
                    if m[i][k]:
                        m[k], m[i] = m[i], m[k]
                        sign = -sign
                        break
                else:
                    return 0
            for i in range(k + 1, n):
                for j in range(k + 1, n):
                    m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) // previous
            previous = m[k][k]
        return sign * m[-1][-1]
    def __str__(self):
        cells = [[str(x) for x in row] for row in self.rows]
        width = max(len(c) for row in cells for c in row)
        return '\n'.join('[' + ' '.join(c.rjust(width) for c in row) + ']' for row in cells)

a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, 3 * a, a @ b, b @ a, a.T, -a, sep='\n\n')
print(a == a.T.T, a.det(), (a @ b).det(), Matrix.identity(3).det(), (a ** 0) == Matrix.identity(2))
print(Matrix([[1, 1], [1, 0]]) ** 120)
hilbert = Matrix([[27720 // (i + j + 1) for j in range(6)] for i in range(6)])
print(hilbert.det(), Matrix([[0, 2, 1], [0, 0, 3], [4, 5, 6]]).det(), Matrix([[1, 2], [2, 4]]).det())
print(Matrix([[0.5, 1.5], [2.0, -1.0]]) @ Matrix([[2, 0], [1, 4]]))
a[0, 1] = 7.5
print(a, a[0], a[1, 1])
for f in (lambda: Matrix([[1], [1, 2]]), lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1, 2, 3]])):
    try:
        f()
    except ValueError as e:
        print(e)
