# Exceptions: the hierarchy, constructors, attributes, groups, contexts. Part 3.
import sys
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
print(ExceptionGroup[int])
try:
    try: raise ValueError('a')
    except ValueError: raise KeyError('b')
except KeyError as k:
    print(repr(k.__context__), k.__cause__, k.__suppress_context__, k.__traceback__.tb_lineno, k.__traceback__.tb_next)
try:
    try: raise ValueError('a')
    except ValueError as v: raise KeyError('b') from v
except KeyError as k: print(repr(k.__cause__), k.__suppress_context__)
try: raise KeyError from None
except KeyError as k: print(k.__cause__, k.__suppress_context__)
attempt(lambda: exec if 0 else None)
def r(x, y=None):
    raise x from y
attempt(r, 5); attempt(r, ValueError, 5); attempt(r, int); attempt(r, ValueError, KeyError); attempt(r, ValueError('x'), KeyError()); attempt(r, None)
def rr(): raise
attempt(rr)
print(sys.exc_info(), sys.exception())
try: 1/0
except ZeroDivisionError:
    t, v, tb = sys.exc_info(); print(t, v, tb.tb_lineno, tb.tb_frame.f_code.co_name, sys.exception() is v)
print(sys.exc_info())
