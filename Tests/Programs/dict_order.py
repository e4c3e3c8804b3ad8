# Dicts keep insertion order, also through deletion, reinsertion, updates and growth.
d = {}
for k in (5, 'b', 3.5, None, (1, 2), True, 'a', -1):
    d[k] = len(d)
print(d)
del d['b'], d[None]
d['b'] = 'again'
d[5] = 'kept place'
print(list(d.items()))
big = {i * 37 % 101: i for i in range(150)}
print(list(big)[:10], len(big))
for i in range(0, 100, 3):
    big.pop(i, None)
for i in range(0, 20, 3):
    big[i] = 'back'
print(list(big)[:5], list(big)[-8:])
while len(big) > 3:
    big.popitem()
print(big)
print({**{'x': 1, 'y': 2}, 'x': 3}, {'k': 1, 'k': 2}, next(iter({'first': 0, 'second': 1})), dict(zip('zyx', range(3))))
x = {1: 'int', 1.0: 'float', True: 'bool'}
print(x, {0: 'a', False: 'b'}, {2**64: 1, float(2**64): 2})
