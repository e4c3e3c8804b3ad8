# Structures nested a million deep are created and freed.
N = 10**6

def lists():
    x = []
    for _ in range(N):
        x = [x]
    return x

def tuples():
    x = ()
    for _ in range(N):
        x = (x,)
    return x

def dicts():
    x = {}
    for _ in range(N):
        x = {'k': x}
    return x

class Node:
    def __init__(self, next): self.next = next

def objects():
    x = None
    for _ in range(N):
        x = Node(x)
    return x

def closures():
    f = lambda: 0
    for _ in range(N):
        f = (lambda g: lambda: g)(f)
    return f

def mixed():
    x = None
    for i in range(N // 5):
        x = [(Node({'a': x}),), i]
    return x

for make in (lists, tuples, dicts, objects, closures, mixed):
    x = make()
    print(make.__name__, type(x).__name__)
    x = None
    print('freed')
y = lists()
z = y
del y
z.clear()
print(z)
def local():
    a = objects()
    return 'returned'
print(local())
