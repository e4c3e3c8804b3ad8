"""`a[i][j]` read as one, with sums between the reads: every way in which it is not what was expected."""


def total(grid, n: int, m: int) -> int:
    s = 0
    for i in range(1, n):
        for j in range(1, m):
            s += grid[i - 1][j - 1] + grid[i][j] * 2 - grid[i - 1][j + 1 - 1]
    return s


def mean(rows, n: int) -> float:
    s = 0.0
    for i in range(n):
        for j in range(n):
            s += rows[i][j] * 0.5
    return s


def at(a, i: int, j: int) -> int:
    return a[i][j - 1] + 0


class Row:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, i):
        print(self.name, i)
        return i * 10


class Rows(list):
    def __getitem__(self, i):
        print("row", i)
        return super().__getitem__(i)


def path(grid, n: int) -> int:
    best = [[0] * n for _ in range(n)]
    best[0][0] = grid[0][0]
    for i in range(1, n):
        best[i][0] = best[i - 1][0] + grid[i][0]
        best[0][i] = best[0][i - 1] + grid[0][i]
    for i in range(1, n):
        for j in range(1, n):
            best[i][j] = grid[i][j] + min(best[i - 1][j], best[i][j - 1], best[i - 1][j - 1])
    return best[n - 1][n - 1]


square = [[i * 7 % 5 + j for j in range(6)] for i in range(6)]
print(total(square, 6, 6), path(square, 6))
print(mean([[i / 4 + j for j in range(4)] for i in range(4)], 4), mean([[1, 2], [3.5, True]], 2))
print(mean([[0.5] * 3] * 3, 3), mean([(1.5, 2.5), [1.0, 4.0]], 2))
print(at(square, -1, 0), at(square, 0, -5), at([[2**70]], 0, 1), at([(5, 6)], 0, 2))
print(at([Row("a"), Row("b")], 1, 3), at(Rows([[1, 2]]), 0, 2), at({4: {1: 9}}, 4, 2))
for args in ((square, 6, 1), (square, 0, 7), (square, 0, -6), (["ab"], 0, 1), ([[]], 0, 1), ([None], 0, 1), (5, 0, 1)):
    try:
        print(at(*args))
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    at(square, 0, -(2**63))
except IndexError as e:
    print(e)
print(total([[True] * 3, [2**62 - 1] * 3], 2, 3))
