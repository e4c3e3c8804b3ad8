# repr of structures nested a million deep raises RecursionError; shallow ones print.
def nest(n):
    x = []
    for _ in range(n):
        x = [x]
    return x

a = nest(10**6)
for f in (lambda: repr(a), lambda: str(a), lambda: print(a), lambda: f'{a}', lambda: '%r' % (a,)):
    try:
        f()
        print('printed')
    except RecursionError as e:
        print(e)
print(nest(60))
t = ()
for _ in range(10**6):
    t = (t,)
try:
    repr(t)
except RecursionError as e:
    print('tuple', e)
d = {}
for _ in range(10**5):
    d = {1: d}
try:
    repr(d)
except RecursionError as e:
    print('dict', e)
