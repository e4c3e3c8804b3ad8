# At exit all finalisers run before any global goes: in the order in which the globals reach them.
import sys

class Noisy:
    def __init__(self, name, inner=None):
        self.name, self.inner = name, inner

    def __del__(self):
        print('del', self.name, marker, self.inner and self.inner.name)

def frames():
    try:
        yield 1
    finally:
        print('closed', marker)

marker = 'still here'
_private = Noisy('private')
b = Noisy('b')
a = Noisy('a', Noisy('inner'))
running = frames()
next(running)
finished = frames()
for _ in finished:
    pass
holder = []
for i in range(3):
    holder.append(Noisy('in list %d' % i))
ring = Noisy('ring')
ring.inner = ring
again = Noisy('deleted early')
del again

class Revived:
    def __del__(self):
        print('revive')
        holder.append(self)

r = Revived()
del r
print(len(holder), type(holder[-1]).__name__)

class Keeper:
    kept = Noisy('in class')

def function(default=Noisy('in default')):
    pass

function.attribute = Noisy('in function attribute')
table = {}
table['k'] = Noisy('in dict')
pair = (Noisy('first'), Noisy('second'))

class Tree:
    def __init__(self, depth):
        self.child = Tree(depth - 1) if depth else None
        self.depth = depth
    def __del__(self):
        print('tree', self.depth)

tree = Tree(2)
print('end')
