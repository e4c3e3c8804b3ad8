# del of names, items, slices, attributes and several targets.
class C: pass
a, b, c = 1, [1, 2, 3, 4, 5], {'k': 1, 'm': 2}
o = C()
o.x = o.y = 1
del a, b[0], b[1:3], c['k'], o.x
print(b, c, vars(o))
try:
    a
except NameError as e:
    print(e)
try:
    del o.x
except AttributeError as e:
    print(e)
try:
    del c['k']
except KeyError as e:
    print(repr(e))
try:
    del b[10]
except IndexError as e:
    print(e)
(x, [y]) = (1, [2])
del (x, [y])
print('x' in globals(), 'y' in globals())
def f():
    v = 1
    del v
    v = 2
    return v
print(f())
for i in range(3):
    if i == 2:
        del i
print('i' in globals())
