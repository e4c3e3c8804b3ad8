# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 3.
def g1():
    global newg
    newg = 5
g1(); print(newg)
def cnt():
    n = 0
    def inc(d=1):
        nonlocal n; n += d; return n
    def get(): return n
    return inc, get
inc, get = cnt(); inc(); inc(5); print(get())
def comp():
    a = 1
    return [a + b for b in range(3) if (c := b)], c, {k: (lambda: k + a)() for k in range(2)}
print(comp())
print([y := 1, y**2], y)
def wal():
    if (n := len('abc')) > 2: print(n)
    while (n := n - 1): print(n)
    print(f'{(m := 5)} {m}', any((hit := i) > 3 for i in range(10)), hit)
wal()
