# The name of `except ... as e` is deleted at the end of the handler; an older value is lost.
e = 'old value'
try:
    raise ValueError('x')
except ValueError as e:
    inner = e
    print(e)
try:
    print(e)
except NameError as n:
    print(n)
print(repr(inner))

def f():
    try:
        raise KeyError(1)
    except KeyError as err:
        err = 'rebound'
    try:
        return err
    except UnboundLocalError as u:
        return str(u)
print(f())
def g():
    try:
        raise KeyError(1)
    except KeyError as err:
        del err
    return 'deleted by hand is fine'
print(g())
def loop():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as err:
            out.append(lambda: i)
            keep = err
    return [f() for f in out], keep.args
print(loop())
