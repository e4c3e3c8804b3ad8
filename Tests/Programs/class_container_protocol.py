# __len__, __getitem__, __setitem__, __delitem__, __contains__, __bool__ by length.
class Grid:
    def __init__(self, w, h):
        self.w, self.h, self.cells = w, h, {}
    def __len__(self): return len(self.cells)
    def __getitem__(self, key):
        if isinstance(key, slice):
            return ('slice', key.start, key.stop, key.step)
        x, y = key
        if not (0 <= x < self.w and 0 <= y < self.h):
            raise IndexError('off the grid')
        return self.cells.get(key, '.')
    def __setitem__(self, key, value): self.cells[key] = value
    def __delitem__(self, key): del self.cells[key]
    def __contains__(self, value): return value in self.cells.values()

g = Grid(3, 2)
print(len(g), bool(g))
g[1, 1] = 'x'
g[0, 0] = 'o'
g[1, 1] += 'y'
print(len(g), bool(g), g[1, 1], g[2, 0], 'o' in g, 'q' in g, 'q' not in g)
del g[0, 0]
print(len(g), g[1:5], g[::2], g[:-1])
for f in (lambda: g[5, 5], lambda: g[1], lambda: g.__delitem__((9, 9))):
    try:
        f()
    except (IndexError, TypeError, KeyError) as e:
        print(type(e).__name__, e)
class Bad:
    def __len__(self): return -1
class Worse:
    def __len__(self): return 'x'
for cls in (Bad, Worse):
    try:
        len(cls())
    except (ValueError, TypeError) as e:
        print(e)
