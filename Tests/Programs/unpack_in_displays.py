# * and ** inside list, tuple, set and dict displays and in calls.
a = [1, 2]
b = (3, 4)
print([*a, *b, 5], (*a, 0, *b), sorted({*a, *b, 1}), [*'xy', *range(2), *{}])
d = {'p': 1, 'q': 2}
print({**d, 'q': 3, **{'r': 4}}, {'z': 0, **d})
print(*a, *b, sep='-')
def f(*args, **kw):
    return len(args), list(kw)
print(f(*a, *b, **d, s=1))
t = *a, *b
print(t)
for x in *a, 'end':
    print(x)
def g():
    return *a, 9
print(g())
try:
    [*5]
except TypeError as e:
    print(e)
try:
    {**[1]}
except TypeError as e:
    print(e)
