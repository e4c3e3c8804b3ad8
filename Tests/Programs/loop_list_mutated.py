# A list changed while iterated: removal skips, insertion repeats, clearing ends.
a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2 == 0:
        a.remove(x)
print(a)
b = [1, 2, 3, 4]
seen = []
for x in b:
    seen.append(x)
    b.pop()
print(seen, b)
c = [1]
for x in c:
    if x < 6:
        c.append(x + 1)
print(c)
d = [1, 2, 3]
for x in d:
    d.clear()
print(d, x)
e = [3, 1, 2]
it = iter(e)
print(next(it))
e.insert(0, 'new')
print(next(it), list(it))
e.append('late')
print(list(it))
f = [1, 2, 3]
for x in reversed(f):
    f.append(x)
print(f)
for i in range(len(f)):
    f[i] *= 2
print(f)
