# __context__, __cause__, __suppress_context__ in all combinations.
def chain(e):
    return type(e).__name__, type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__
def run(f):
    try: f()
    except Exception as e: print(chain(e))
def a():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError(1)
def b():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError(1) from e
def c():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError(1) from None
def d():
    raise KeyError(1) from ValueError
def e():
    try: 1 / 0
    except ZeroDivisionError as x: raise x
def f():
    try:
        try: 1 / 0
        finally: [][1]
    except IndexError as x:
        raise x.__context__
def g():
    x = KeyError(2)
    x.__cause__ = ValueError(1)
    raise x
for t in (a, b, c, d, e, f, g): run(t)
for bad in (5, 'text', int):
    try: raise KeyError from bad
    except TypeError as error: print(error)
for name, bad in (('__cause__', 5), ('__context__', 'x'), ('__traceback__', 5), ('args', 5)):
    try: setattr(KeyError(), name, bad)
    except TypeError as error: print(error)
