# del of names, attributes, items, slices, tuples; and what is gone then.
class A: pass
a = A(); a.x = a.y = 1
l = [1, 2, 3, 4, 5]
d = {'k': 1, 'm': 2}
del a.x, l[0], d['k'], (l[1:3], [a.y])
print(a.__dict__, l, d)
x = 1
del x
def f():
    y = 1
    del y
    return y
def g(z):
    del z
    print(z)
def h():
    global gone
    del gone
for call in (lambda: x, f, lambda: g(1), h, lambda: a.x):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
def again():
    v = 1
    del v
    v = 2
    for v in (): pass
    return v
print(again())
try:
    raise ValueError('v')
except ValueError as caught:
    pass
try:
    caught
except NameError as e:
    print(e)
