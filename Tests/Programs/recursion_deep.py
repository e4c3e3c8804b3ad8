# Recursion 50,000 deep under a raised limit.
import sys
sys.setrecursionlimit(60000)
print(sys.getrecursionlimit())

def total(n):
    if n == 0:
        return 0
    return n + total(n - 1)

class Node:
    def __init__(self, value, next):
        self.value, self.next = value, next
    def length(self):
        return 1 if self.next is None else 1 + self.next.length()

print(total(50000))
head = None
for i in range(40000):
    head = Node(i, head)
print(head.length())
head = None

def walk(n):
    if n:
        yield n
        yield from walk(n - 1)
print(sum(walk(300)))
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
