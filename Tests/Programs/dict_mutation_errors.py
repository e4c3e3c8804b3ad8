# Changing a dict or set while it is iterated.
d = {1: 'a', 2: 'b', 3: 'c'}
try:
    for k in d:
        d[k + 10] = 'new'
except RuntimeError as e:
    print(e, len(d))
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
d = {1: 'a', 2: 'b'}
for k in d:
    d[k] = k * 2
print(d)
for k in list(d):
    if k == 1:
        del d[k]
print(d)
try:
    for k, v in d.items():
        d[9] = 1
        del d[2]
        d[8] = 2
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
it = iter({'k': 1})
print(next(it), next(it, 'end'))
