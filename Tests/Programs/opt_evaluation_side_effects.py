# Operands are read when they are evaluated: calls in between may change variables, lists and attributes.
x = 1
def bump():
    global x
    x += 10
    return x
print(x + bump(), bump() + x, x + bump() + x)
print([x, bump(), x], (x, bump()), {x: bump()})
a = [1, 2, 3]
def grow():
    a.append(len(a))
    return len(a) - 1
a[0] = grow() + a[-1]
print(a, a[grow()], len(a) + grow() + len(a))
i = 0
i = a[i] = 2
print(i, a)
class O: pass
o = O()
o.n = 1
def change(obj):
    obj.n = 100
    return 1
print(o.n + change(o) + o.n)
o.n = 5
o.n += change(o)
print(o.n)
def local():
    v = 1
    def inner():
        nonlocal v
        v = 50
        return 0
    return v + inner() + v
print(local())
d = {'k': 1}
d['k'] = d.pop('k') + len(d)
print(d)
s = [3, 1, 2]
s[0], s[s[0]] = 1, 'swapped'
print(s)
def f(p, q=x): return p, q
x = 'new'
print(f(x))
b = [0, 1]
b[b[1]], b[0] = 5, b[1]
print(b)
