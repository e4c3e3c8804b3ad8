# Comparing structures nested a million deep raises RecursionError; shallow ones compare.
def nest(n):
    x = []
    for _ in range(n):
        x = [x]
    return x

a, b = nest(10**6), nest(10**6)
for name, f in (('==', lambda: a == b), ('!=', lambda: a != b), ('<', lambda: a < b), ('in', lambda: a in [b])):
    try:
        print(name, f())
    except RecursionError as e:
        print(name, e)
print(a == a, a is a, nest(100) == nest(100), nest(100) == nest(101), nest(50) < nest(51))

def nest_tuple(n):
    x = ()
    for _ in range(n):
        x = (x,)
    return x
t, u = nest_tuple(10**6), nest_tuple(10**6)
try:
    t == u
except RecursionError as e:
    print('tuple', e)
d, e = {}, {}
for _ in range(10**5):
    d, e = {'k': d}, {'k': e}
try:
    d == e
except RecursionError as error:
    print('dict', error)
