# send: values into yield expressions, priming, errors.
def average():
    total = count = 0
    result = None
    while True:
        value = yield result
        if value is None:
            return 'done'
        total += value
        count += 1
        result = total / count

g = average()
print(next(g), g.send(10), g.send(20), g.send(0))
try:
    g.send(None)
except StopIteration as e:
    print('returned', e.value)
fresh = average()
try:
    fresh.send(5)
except TypeError as e:
    print(e)
def echo():
    received = []
    while len(received) < 3:
        x = yield len(received), list(received)
        received.append(x)
    y = (yield 'a') or 'none'
    yield y + '!'
e = echo()
print(next(e), e.send('x'), e.send('y'), next(e), e.send('given'))
def order():
    print('got', (yield 1), (yield 2))
o = order()
print(next(o), o.send('first'))
try:
    o.send('second')
except StopIteration:
    print('end')
