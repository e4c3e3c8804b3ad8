# __del__ runs when the last reference goes: rebinding, del, end of the frame, removal from a container.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def frame():
    a = D('local a')
    b = D('local b')
    print('end of frame')

x = D('first')
x = D('second')
print('rebound')
del x
print('deleted')
frame()
print('after frame')
items = [D('i0'), D('i1'), D('i2')]
items.pop(1)
print('popped')
items[0] = None
print('replaced')
items.clear()
print('cleared')
D('temporary')
print('after temporary')
y = z = D('shared')
del y
print('one left')
z = None
d = {'k': D('value')}
d['k'] = 1
print('overwritten')
for o in (D('loop'),):
    print('in loop')
del o
print('end')
keep = D('module level')
