# throw and close: handlers and finally blocks inside generators.
def worker():
    n = 0
    while True:
        try:
            n += 1
            yield n
        except ValueError as e:
            print('handled', e)
            yield 'recovered'
        finally:
            print('finally', n)

g = worker()
print(next(g))
print(g.throw(ValueError('v')))
print(next(g))
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
print(next(g, 'finished'))
h = worker()
next(h)
h.close()
h.close()
print(next(h, 'closed'))
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print('asked to close')
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return 'value'
r = returns()
next(r)
print(r.close())
u = worker()
try:
    u.throw(IndexError('not started'))
except IndexError as e:
    print(e)
def running():
    try:
        next(me)
    except ValueError as e:
        yield str(e)
me = running()
print(next(me))
