# Slices of lists: reading, assigning, deleting, steps, errors.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[::-1], a[8:2:-2], a[5:2], a[-100:100], a[100:], a[:], a[1:8:3], a[::-4])
a[2:4] = ['x', 'y', 'z']
print(a)
a[0:0] = [-2, -1]
a[len(a):] = ['end']
a[3:6] = []
print(a)
a[::2] = 'abcdefgh'[:len(a[::2])]
print(a)
b = list(range(8))
del b[1:3], b[::2]
print(b)
b[:] = range(6)
del b[-2:]
del b[::-2]
print(b)
c = [1, 2, 3]
c[1:2] = c
c[5:] = iter('xy')
print(c)
c[::-1] = list(c)
print(c)
s = slice(1, None, 2)
print(c[s], s, s.indices(5), 'abcdef'[s], (1, 2, 3, 4)[s], slice(3).start)
def f1(): c[::2] = [1]
def f2(): c[0:1] = 5
def f3(): return c[::0]
def f4(): return c["a":]
def f5(): c[::0] = []
for f in (f1, f2, f3, f4, f5):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
