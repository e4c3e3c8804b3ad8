# Loop targets may be attributes, subscripts and nested patterns; the iterable is evaluated once.
class Box: pass
b = Box()
d = {}
for b.value in range(3):
    pass
for d['last'] in 'abc':
    pass
print(b.value, d)
for i, (x, *rest) in enumerate(['abc', 'de', 'f']):
    print(i, x, rest)
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
    if len(items) > 8:
        break
print(items)
n = 3
for i in range(n):
    n = 100
    i = 'rebound'
print(i, n)
for a in range(3):
    for a in range(10, 12):
        pass
    print(a, end=' ')
print()
