# tb_lineno, tb_next, frames, with_traceback.
import traceback
def a(): b()
def b(): raise ValueError('deep')
try: a()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
    print(traceback.format_exception_only(e))
    kept = e
print(kept.with_traceback(None).__traceback__)
try: kept.with_traceback(5)
except TypeError as e: print(e)
try: raise kept
except ValueError as e: print(e.__traceback__.tb_lineno, e.__traceback__.tb_next)
