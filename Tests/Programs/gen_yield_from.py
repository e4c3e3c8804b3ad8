# yield from: values, results, send and throw passed through, nested delegation.
def inner(name):
    got = []
    try:
        while True:
            x = yield name, len(got)
            if x is None:
                break
            got.append(x)
    except ValueError as e:
        got.append('thrown ' + str(e))
    return got

def outer():
    a = yield from inner('a')
    print('a gave', a)
    b = yield from inner('b')
    print('b gave', b)
    yield from [1, 2]
    yield from 'xy'
    return a + b

g = outer()
print(next(g), g.send(10), g.send(20), next(g))
print(g.send('s'), g.throw(ValueError('t')))
print(list(g))
def wrap():
    result = yield from outer()
    print('wrapped', result)
print([v for v in wrap()])
def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
def closing():
    try:
        yield from inner('c')
    finally:
        print('closed outer')
c = closing()
next(c)
c.close()
