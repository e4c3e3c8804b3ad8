# Rebinding module-level functions changes every later call, also from functions compiled before.
def price(x):
    return x * 2

def total(xs):
    return sum(price(x) for x in xs)

RATE = 10

def scaled(x):
    return x * RATE

print(total([1, 2, 3]), scaled(2))
for _ in range(1000):
    total([1])
old = price
def price(x):
    return old(x) + 1
print(total([1, 2, 3]))
price = lambda x: str(x)
try:
    total([1])
except TypeError as e:
    print(e)
RATE = 'ab'
print(scaled(3))
globals()['RATE'] = 0.5
print(scaled(3), globals()['RATE'])
abs = lambda x: 'patched'
print(abs(-1))
del abs
print(abs(-1))
