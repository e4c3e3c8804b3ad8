# N queens by backtracking generators, by bit masks and by permutations; counts and the first boards.
def queens(n, row=0, columns=(), board=()):
    if row == n:
        yield board
        return
    for c in range(n):
        if all(c != b and abs(c - b) != row - r for r, b in enumerate(board)):
            yield from queens(n, row + 1, columns + (c,), board + (c,))

def count_bits(n):
    full = (1 << n) - 1
    def place(columns, left, right):
        if columns == full:
            return 1
        total = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return total
    return place(0, 0, 0)

class Board:
    def __init__(self, n):
        self.n, self.columns, self.up, self.down, self.solutions = n, [False] * n, set(), set(), 0
    def solve(self, row=0):
        if row == self.n:
            self.solutions += 1
            return self
        for c in range(self.n):
            if self.columns[c] or row + c in self.up or row - c in self.down:
                continue
            self.columns[c] = True
            self.up.add(row + c)
            self.down.add(row - c)
            self.solve(row + 1)
            self.columns[c] = False
            self.up.discard(row + c)
            self.down.remove(row - c)
        return self

def draw(board):
    return '\n'.join(' '.join('Q' if c == b else '.' for c in range(len(board))) for b in board)

for n in range(1, 8):
    print(n, sum(1 for _ in queens(n)), count_bits(n), Board(n).solve().solutions)
print(count_bits(9))
print(draw(next(queens(8))))
print(next(queens(3), 'no solution'))
