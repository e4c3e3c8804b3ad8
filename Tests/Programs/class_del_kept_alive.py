# A local lives to the end of its frame even when unused; attributes and closures keep objects alive.
class Guard:
    def __init__(self, name): self.name = name
    def __del__(self): print('released', self.name)

class Holder:
    def __init__(self, guard): self.guard = guard

def unused():
    guard = Guard('unused')
    print('working')
    total = sum(range(10))
    print('total', total)
    return total

def closure():
    guard = Guard('closed over')
    return lambda: guard.name

unused()
f = closure()
print(f())
f = None
h = Holder(Guard('held'))
h = Holder(Guard('held 2'))
h.guard = None
print('attribute cleared')
def generator():
    guard = Guard('in generator')
    yield 1
    yield 2
g = generator()
next(g)
g = None
print('generator dropped')
