# A chain of 500 generators delegating to each other, and a longer one that is only created and dropped.
def wrap(inner):
    yield from inner

g = iter([1, 2, 3])
for _ in range(500):
    g = wrap(g)
print(list(g))
g = iter([1])
for _ in range(100000):
    g = wrap(g)
g = None
print('dropped')
