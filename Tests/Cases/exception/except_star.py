# except*: splitting, several handlers, what is raised on, plain exceptions wrapped.
def run(make):
    try:
        try:
            raise make
        except* ValueError as e:
            print('values', e.exceptions)
        except* (KeyError, TypeError) as e:
            print('others', repr(e))
            if len(e.exceptions) > 1: raise RuntimeError('new')
        else: print('else')
        finally: print('finally')
    except BaseException as e:
        print('out', repr(e), repr(e.__cause__), repr(e.__context__)[:40])
run(ExceptionGroup('a', [ValueError(1), KeyError(2)]))
run(ExceptionGroup('b', [KeyError(1), TypeError(2), OSError(3)]))
run(ValueError('plain'))
run(OSError('not handled'))
run(ExceptionGroup('c', [OSError(1), ValueError(2)]))
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as error: print(error)
try:
    try: raise ValueError
    except* 5: pass
except TypeError as error: print(error)
def bare():
    try:
        raise ExceptionGroup('r', [ValueError(1), KeyError(2)])
    except* ValueError:
        raise
try: bare()
except ExceptionGroup as g: print(repr(g))
