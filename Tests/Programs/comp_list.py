# List comprehensions: conditions, nesting, own scope, unpacking, side effects in order.
print([x * x for x in range(6)], [x for x in range(20) if x % 3 == 0 if x % 2 == 0])
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(4)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [y for row in matrix for y in row if y != 5])
x = 'outer'
print([x for x in 'ab'], x)
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ['abc', 'de']])
print([x if x > 2 else -x for x in range(5)], [f(3) for f in [lambda n: n + 1, str]])
log = []
def note(v):
    log.append(v)
    return v
[note(a) + note(b) for a in (1, 2) for b in (10, 20) if note(b > 10)]
print(log)
print([lst for lst in [[]] * 3], [y := 1, y + 1], [(z := n) for n in range(3)], z)
def f(k):
    return [k * v for v in range(3)], [[k + i + j for j in range(2)] for i in range(2)]
print(f(5))
