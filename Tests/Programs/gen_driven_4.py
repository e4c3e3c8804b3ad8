# Generators driven by hand: send, throw, close, delegation, what their frames own. Part 4.
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
x = (i for i in range(3)); print(type(x), x.__name__, x.__qualname__, x.gi_running, x.gi_yieldfrom, x.gi_frame is not None, x.gi_code.co_name); list(x); print(x.gi_frame)
attempt(lambda: (i for i in 5)); 
def lazy():
    print('lazy'); return [1]
ge = (y for y in lazy()); print('made'); print(list(ge))
ge = (a + b for a in range(2) for b in lazy2()); attempt(list, ge)
gg = g(); gg.__name__ = 'nn'; gg.__qualname__ = 'qq'; print(repr(gg).split(' at ')[0]); attempt(setattr, gg, '__name__', 5); attempt(setattr, gg, 'foo', 5)
def ctx():
    try: 1/0
    except ZeroDivisionError:
        yield 1
        raise
c = ctx(); next(c)
try:
    try: raise KeyError('outer')
    except KeyError: next(c)
except Exception as e: print(repr(e), repr(e.__context__))
def ctx2():
    try: yield 1
    except ValueError: raise TypeError('t')
c = ctx2(); next(c)
