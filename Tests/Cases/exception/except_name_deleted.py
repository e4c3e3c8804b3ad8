# The name of an except clause is deleted at its end, whatever happens.
def f():
    e = 'before'
    try: 1 / 0
    except ZeroDivisionError as e: pass
    try: return e
    except UnboundLocalError as x: return str(x)
print(f())
e = 1
try: 1 / 0
except ZeroDivisionError as e: e = 'rebound'
try: e
except NameError as x: print(x)
for i in range(2):
    try: raise KeyError(i)
    except KeyError as e:
        del e
        continue
class A:
    try: 1 / 0
    except ZeroDivisionError as e: kept = e
print(hasattr(A, 'e'), repr(A.kept))
