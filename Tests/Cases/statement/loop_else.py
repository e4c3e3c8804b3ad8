# for and while with else: break, continue, return, exceptions, empty loops, changed targets.
def search(items, wanted):
    for i, x in enumerate(items):
        if x == wanted: break
    else:
        return 'none of %d' % len(items)
    return i
print(search('abc', 'b'), search('abc', 'z'), search('', 'z'))
n = 3
while n:
    n -= 1
    if n == 1: continue
else: print('else', n)
while True:
    break
else: print('never')
for x in ():
    pass
else: print('empty')
try:
    for x in range(3):
        if x == 1: raise ValueError(x)
    else: print('never')
except ValueError as e: print('raised', e, x)
for x in [1, 2]: x = x * 10
print(x)

for i in range(3):
    for j in range(3):
        if j == i: break
    else: continue
    print(i, j, end=';')
print()
d = {}
for d['k'], *d['r'] in [(1, 2, 3), 'ab']: print(d)
