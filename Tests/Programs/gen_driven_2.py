# Generators driven by hand: send, throw, close, delegation, what their frames own. Part 2.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, '| cause', repr(e.__cause__), '| ctx', repr(e.__context__))
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
        return 'done'
    except ValueError as e:
        print('caught', e); yield 'after'
    finally: print('fin')
def retval():
    try: yield 1
    except GeneratorExit: return 5
i = retval(); next(i); attempt(i.close)
def raises_exit():
    try: yield 1
    finally: raise KeyError('in fin')
i = raises_exit(); next(i); attempt(i.close)
def stopit():
    yield 1
    raise StopIteration('x')
attempt(list, stopit())
def nxt():
    yield next(iter([]))
attempt(list, nxt())
def deleg():
    r = yield from g(); print('r', r)
    r = yield from [1, 2]; print(r)
    r = yield from 'ab'
    return 9
d = deleg(); print(next(d), d.send('s'), d.send('t'), next(d)); attempt(d.throw, KeyError('thru')); attempt(next, d)
