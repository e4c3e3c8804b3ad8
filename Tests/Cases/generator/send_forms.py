# send before the start, to delegates, to iterators without send.
def g():
    got = []
    while len(got) < 3: got.append((yield len(got)))
    return got
it = g()
try: it.send(1)
except TypeError as e: print(e)
print(it.send(None), it.send('a'), it.send('b'))
try: it.send('c')
except StopIteration as s: print(s.value)
def outer():
    result = yield from g()
    print('result', result)
    yield from [10, 20]
o = outer()
print(next(o), o.send(1), o.send(2), o.send(3))
try: o.send('no')
except AttributeError as e: print(e)
