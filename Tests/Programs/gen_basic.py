# Generators: laziness, state between yields, several instances, infinite generators.
def countdown(n):
    print('started')
    while n > 0:
        yield n
        n -= 1
    print('finished')

g = countdown(3)
print('created', type(g).__name__)
print(next(g), next(g))
for x in g:
    print('loop', x)
print(next(g, 'exhausted'))

def naturals():
    n = 0
    while True:
        yield n
        n += 1
def take(k, it):
    out = []
    for x in it:
        if len(out) == k:
            break
        out.append(x)
    return out
print(take(5, naturals()))
a, b = naturals(), naturals()
print(next(a), next(a), next(b), next(a), next(b))
def empty():
    return
    yield
print(list(empty()), sum(countdown(2)))
def primes():
    found = []
    for n in naturals():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n
print(take(10, primes()))
