# Generators driven by hand: send, throw, close, delegation, what their frames own. Part 1.
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
it = g(); attempt(it.send, 5); attempt(next, it); attempt(it.send, 'a'); attempt(it.send, 'b'); attempt(next, it); attempt(it.send, None); attempt(it.throw, KeyError('dead'))
it = g(); next(it); attempt(it.throw, ValueError('v')); attempt(it.close); attempt(it.close)
it = g(); attempt(it.throw, ValueError('early')); attempt(next, it)
def ignore():
    while True:
        try: yield 1
        except GeneratorExit: pass
