# close: return values, GeneratorExit swallowed, errors, twice.
def a():
    try: yield 1
    finally: print('closed')
def b():
    try: yield 1
    except GeneratorExit: return 'value'
def c():
    try: yield 1
    except GeneratorExit: yield 2
def d():
    try: yield 1
    except GeneratorExit: raise KeyError('replaced')
def e():
    yield 1
for f in (a, b, c, d, e):
    g = f()
    next(g)
    try: print(f.__name__, g.close(), g.close())
    except (RuntimeError, KeyError) as x: print(type(x).__name__, x)
g = a()
print(g.close(), list(g))
g = a()
next(g)
del g
print('end')
