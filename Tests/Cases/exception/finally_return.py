# What return, break and continue in finally do to results and exceptions.
def a():
    try: return 'try'
    finally: return 'finally'
def b():
    try: raise ValueError(1)
    finally: return 'swallowed'
def c():
    for i in range(3):
        try: raise KeyError(i)
        finally: break
    return 'broke', i
def d():
    out = []
    for i in range(3):
        try:
            if i == 1: raise KeyError(i)
            out.append(i)
        finally: continue
    return out
def e():
    x = 1
    try: return x
    finally: x = 2
def f():
    try:
        try: return 'inner'
        finally: raise ValueError('from finally')
    except ValueError as error: return str(error), repr(error.__context__)
def g():
    while True:
        try: return 1
        finally:
            try: raise KeyError
            except KeyError: pass
def h():
    try: pass
    except ValueError: return 'except'
    else: return 'else'
    finally: print('finally of h')
print(a(), b(), c(), d(), e(), f(), g(), h())
