# Assignment expressions in conditions, comprehensions, calls and nested functions.
data = [3, 8, 1, 9, 4]
if (n := len(data)) > 3:
    print('long', n)
print([y for x in data if (y := x * 2) > 6], y)
it = iter(data)
while (v := next(it, None)) is not None and v != 9:
    print(v, end=' ')
print(v)
print((a := 1) + (b := a + 1), a, b, f'{(c := 10)}', c)
def f(x):
    if any((hit := e) > x for e in data):
        return hit
    return None
print(f(5), f(100))
total = 0
sums = [total := total + x for x in data]
print(sums, total)
print({k: (z := k * k) for k in range(3)}, z, (lambda: (w := 5) + w)())
def g():
    def inner():
        nonlocal q
        return (q := q + 1)
    q = 0
    return inner(), inner(), q
print(g(), [(i, j) for i in range(3) if (j := i * i) or True])
