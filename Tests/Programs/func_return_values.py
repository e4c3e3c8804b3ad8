# Functions without return give None; several values make a tuple; return leaves nested loops.
def nothing(): pass
def bare(): return
def pair(): return 1, 2
def single(): return 1,
def find(grid, wanted):
    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            if value == wanted:
                return r, c
    return None

print(nothing(), bare(), pair(), single())
a, b = pair()
print(a, b)
grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(find(grid, 6), find(grid, 10))

def nested():
    def inner():
        return 'inner'
    return inner() + ' outer'
print(nested())
