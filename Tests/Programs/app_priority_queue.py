# A binary heap written by hand: push, pop, decrease, heapsort, Dijkstra on a grid.
class Heap:
    def __init__(self, items=(), key=None):
        self.key = key or (lambda x: x)
        self.items = list(items)
        for i in range(len(self.items) // 2 - 1, -1, -1):
            self._down(i)
    def __len__(self):
        return len(self.items)
    def __bool__(self):
        return bool(self.items)
    def push(self, x):
        self.items.append(x)
        self._up(len(self.items) - 1)
    def pop(self):
        if not self.items:
            raise IndexError('pop from an empty heap')
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0] = last
            self._down(0)
        return top
    def _up(self, i):
        items, key = self.items, self.key
        while i and key(items[i]) < key(items[parent := (i - 1) // 2]):
            items[i], items[parent] = items[parent], items[i]
            i = parent
    def _down(self, i):
        items, key, n = self.items, self.key, len(self.items)
        while (child := 2 * i + 1) < n:
            if child + 1 < n and key(items[child + 1]) < key(items[child]):
                child += 1
            if not key(items[child]) < key(items[i]):
                return
            items[i], items[child] = items[child], items[i]
            i = child

def heapsort(values, key=None):
    heap = Heap(values, key)
    while heap:
        yield heap.pop()

def shortest(grid, start, goal):
    height, width = len(grid), len(grid[0])
    best = {start: 0}
    came = {}
    heap = Heap([(0, start)])
    while heap:
        cost, (r, c) = heap.pop()
        if (r, c) == goal:
            path = [goal]
            while path[-1] != start:
                path.append(came[path[-1]])
            return cost, path[::-1]
        if cost > best[r, c]:
            continue
        for nr, nc in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= nr < height and 0 <= nc < width and grid[nr][nc] != '#':
                new = cost + int(grid[nr][nc])
                if new < best.get((nr, nc), float('inf')):
                    best[nr, nc] = new
                    came[nr, nc] = (r, c)
                    heap.push((new, (nr, nc)))
    return None

print(list(heapsort([5, 3, 8, 1, 9, 2, 7])), list(heapsort('heapsort')), list(heapsort([3, -1, 2**65, 2.5], key=lambda x: -x)))
numbers = [(i * 7919 + 13) % 1000 for i in range(200)]
print(list(heapsort(numbers)) == sorted(numbers))
grid = ['1119111',
        '1#19191',
        '11#1191',
        '9111#11',
        '1199111']
print(shortest(grid, (0, 0), (4, 6)))
print(shortest(['1#', '#1'], (0, 0), (1, 1)))
h = Heap()
try:
    h.pop()
except IndexError as e:
    print(e)
