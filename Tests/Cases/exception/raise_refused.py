# What cannot be raised or caught.
def attempt(f):
    try: f()
    except BaseException as error: print(type(error).__name__, error)
def a(): raise 5
def b(): raise
def c(): raise int
def d():
    class E(Exception):
        def __new__(cls): return 5
    raise E
def e():
    try: raise KeyError
    except 5: pass
def f():
    try: raise KeyError
    except (ValueError, (KeyError,)): print('nested tuples are no good')
def g():
    class E(Exception):
        def __init__(self, a): pass
    raise E
def h():
    try: pass
    except undefined_name: pass
    print('never evaluated')
def i():
    try: raise KeyError
    except undefined_name: pass
for f_ in (a, b, c, d, e, f, g, h, i): attempt(f_)
