# global statements, rebinding from functions, deleting and shadowing of builtins.
counter = 0
items = []

def bump():
    global counter
    counter += 1
    items.append(counter)

def define():
    global fresh
    fresh = 'made inside'

def shadow():
    len = lambda x: 'shadowed'
    return len([])

for _ in range(3):
    bump()
print(counter, items)
define()
print(fresh)
del fresh
try:
    fresh
except NameError as e:
    print(e)
print(shadow(), len([1, 2]))

def len(x):
    return 'global len'
print(len([1, 2]))
del len
print(len([1, 2]))
