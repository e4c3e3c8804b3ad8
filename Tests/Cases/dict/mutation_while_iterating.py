# A dict that changes while it is iterated raises; replacing values does not.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for change in ('add', 'delete', 'replace', 'clear'):
    d = {i: i for i in range(4)}
    seen = []
    try:
        for k in d:
            seen.append(k)
            if change == 'add': d[k + 100] = 1
            elif change == 'delete': del d[k]
            elif change == 'replace': d[k] = -k
            else: d.clear()
    except RuntimeError as e:
        print(change, e, seen)
    else:
        print(change, 'fine', seen, d)
d = {1: 1}
it = iter(d.items())
d[2] = 2
t(next, it)
t(next, it)
it = iter({})
print(next(it, 'end'))
d = {'a': 1, 'b': 2}
for k, v in list(d.items()): d[k + k] = d.pop(k)
print(d)
