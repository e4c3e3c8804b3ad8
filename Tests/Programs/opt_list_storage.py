# Lists whose elements change kind: ints, floats, bools, mixed; values and types are kept exactly.
def show(a):
    print(a, [type(x).__name__ for x in a])

a = [1.0, 2.0, 3.0]
a.append(4)
show(a)
a[0] = True
show(a)
b = [1, 2, 3]
b.append(4.0)
b.insert(0, 0.0)
show(b)
b += [2**64, -0.0]
show(b)
b.sort()
show(b)
c = [True, False]
c.append(1)
c.extend([0.0, None])
show(c)
d = [0.0] * 3
d[1] = -0.0
d[2] = float('nan')
show(d)
e = [0] * 5
for i in range(5):
    e[i] = i / 2 if i % 2 else i
show(e)
f = [x for x in (1, 2.0, 3)]
g = f + [4.0] + [True]
show(g)
h = [1.5, 2.5]
h[:] = [1, 'x']
show(h)
h.clear()
h.append(2)
show(h)
k = [1, 2, 3]
m = k
m[1] = 2.5
show(k)
print(sum(k), max(k), k.index(2.5), k.count(1.0), 3.0 in k, [1, 2.0] == [1.0, 2])
n = [[1], [2]]
n[0][0] = 'deep'
show(n)
