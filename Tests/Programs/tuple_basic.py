# Tuples: comparison, hashing, concatenation, methods, immutability, one-element forms.
t = 1, 'a', 2.5
print(t, (1,), (), tuple('ab'), tuple(), t + (None,), t * 2, t[1], t[-1], t[1:], len(t), 'a' in t, t.index('a'), t.count(1))
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), (1, 'a') < (2, None), () < (0,), (1, 2) == (1.0, 2.0), (1, 2) == [1, 2], (3,) > (2, 9))
print({(1, 2): 'p', (1, (2, 3)): 'q'}[(1, (2, 3))], hash((1, 2)) == hash((1.0, 2.0)), max((1, 2), (1, 3)), sorted([(2, 'a'), (1, 'b')]))
(a, b), c = (1, 2), 3
print(a, b, c, (a), (a,), ((),), (((1))))
u = t
u += (4,)
print(t, u, u is t)
m = ([1], 2)
m[0].append(5)
print(m)
def f1(): t[0] = 1
def f2(): del t[0]
def f3(): t + [1]
def f4(): hash(m)
def f5(): (1, 2) < (1, 'a')
def f6(): t[10]
def f7(): m[0] += [6]
def f8(): t.index('zz')
for f in (f1, f2, f3, f4, f5, f6, f7, f8):
    try:
        f()
    except (TypeError, IndexError, ValueError) as e:
        print(type(e).__name__, e)
print(m)
