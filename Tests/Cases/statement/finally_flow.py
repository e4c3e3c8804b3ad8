# finally with return, break, continue, raise, nested, in loops and generators.
def a():
    try: return 'try'
    finally: print('finally a')
def b():
    try: 1 / 0
    except ZeroDivisionError: return 'except'
    else: return 'else'
    finally: print('finally b')
def c():
    for i in range(3):
        try:
            if i == 1: break
            continue
        finally: print('finally c', i)
    return i
def d():
    try:
        try: raise ValueError('inner')
        finally: raise KeyError('outer')
    except KeyError as e: return repr(e.__context__)
def e():
    try: yield 1
    finally: print('finally e')
def f():
    x = 1
    try: return x
    finally: x = 2
def g():
    while True:
        try:
            try: raise ValueError
            except ValueError: break
            finally: print('inner')
        finally: print('outer')
    return 'g'
def h():
    try: raise SystemExit(3)
    except BaseException as x: return type(x).__name__, x.code
print(a(), b(), c(), d(), list(e()), f(), g(), h())
it = e(); next(it); it.close()
