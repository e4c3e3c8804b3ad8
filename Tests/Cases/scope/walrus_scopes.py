# The walrus binds in the function around a comprehension, and works in every condition.
def f(data):
    if (n := len(data)) > 2:
        print('long', n)
    while (x := data.pop()) != 1:
        print(x, end=' ')
    print([y := v, y * 2] if (v := 5) else 0, y)
    return [last := i for i in range(3)], last, any((hit := q) > 1 for q in (1, 2, 3)), hit
print(f([1, 2, 3, 4]))
print((a := 1, b := 2), a, b, {(k := 'x'): (w := 3)}, k, w, [c := 1, c + 1], (lambda: (z := 4) + z)(), f'{(m := 7)} {m:=+3}')
class K:
    if (attr := 3): pass
print(K.attr)
def g():
    global made
    [made := i for i in range(3)]
g(); print(made)
