# 900,000 nested calls under a raised limit return their result.
import sys
sys.setrecursionlimit(10**6)

def down(n):
    if n == 0:
        return 0
    return 1 + down(n - 1)

def even(n):
    return True if n == 0 else odd(n - 1)

def odd(n):
    return False if n == 0 else even(n - 1)

class Counter:
    def __init__(self): self.n = 0
    def go(self, depth):
        self.n += depth
        if depth:
            self.go(depth - 1)

def boxed(n, items):
    if n:
        items.append(n)
        boxed(n - 1, items)
        return items
    return items

print(down(900000))
print(even(900000))
c = Counter()
c.go(900000)
print(c.n)
print(len(boxed(900000, [])))
print(down(900000))
