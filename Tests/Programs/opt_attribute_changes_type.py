# Attributes that start as ints and later hold other types, in a hot loop.
class Cell:
    def __init__(self, v):
        self.v = v
    def add(self, x):
        self.v = self.v + x
        return self

def pump(cell, x, n):
    for _ in range(n):
        cell.add(x)
    return cell.v

c = Cell(0)
print(pump(c, 1, 1000))
print(pump(c, 0.5, 3))
c.v = 2**63 - 2
print(pump(c, 1, 4))
c.v = 'a'
print(pump(c, 'b', 3))
c.v = []
print(pump(c, [1], 3))
c.v = True
print(pump(c, True, 2))
cells = [Cell(1), Cell(1.5), Cell('s'), Cell((1,))]
for cell in cells:
    cell.add(cell.v)
print([cell.v for cell in cells])
try:
    pump(cells[2], 1, 1)
except TypeError as e:
    print(e)
del c.v
try:
    pump(c, 1, 1)
except AttributeError as e:
    print(e)
