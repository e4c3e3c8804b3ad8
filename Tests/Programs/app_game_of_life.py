# Conway's game of life on sets and on lists, compared for several generations.
def step_set(cells):
    counts = {}
    for r, c in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    key = r + dr, c + dc
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}

def step_grid(grid):
    h, w = len(grid), len(grid[0])
    new = [[0] * w for _ in range(h)]
    for r in range(h):
        for c in range(w):
            n = 0
            for rr in range(max(0, r - 1), min(h, r + 2)):
                for cc in range(max(0, c - 1), min(w, c + 2)):
                    n += grid[rr][cc]
            n -= grid[r][c]
            new[r][c] = 1 if n == 3 or (n == 2 and grid[r][c]) else 0
    return new

def show(grid):
    return '\n'.join(''.join('.#'[x] for x in row) for row in grid)

def to_cells(grid):
    return {(r, c) for r, row in enumerate(grid) for c, x in enumerate(row) if x}

pattern = '''
..........
..#.......
...#......
.###......
..........
.....###..
..........
.......##.
.......##.
..........
..........
'''.split()
grid = [[int(ch == '#') for ch in line] for line in pattern]
cells = to_cells(grid)
print(show(grid))
for generation in range(1, 7):
    grid = step_grid(grid)
    cells = step_set(cells)
    print(generation, len(cells), to_cells(grid) == cells)
print(show(grid))
r_pentomino = {(0, 1), (0, 2), (1, 0), (1, 1), (2, 1)}
history = []
for _ in range(60):
    r_pentomino = step_set(r_pentomino)
    history.append(len(r_pentomino))
print(history)
