# raise of classes, instances, invalid values; except with tuples, expressions and invalid classes.
def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e)

def r1(): raise ValueError
def r2(): raise ValueError('x')
def r3(): raise 5
def r4(): raise int
def r5(): raise None
def r6():
    class Weird(Exception):
        def __new__(cls): return 5
    raise Weird
for f in (r1, r2, r3, r4, r5, r6):
    attempt(f)
kinds = (KeyError, (ValueError, TypeError))
try:
    raise TypeError('nested tuple')
except kinds[1] as e:
    print('caught', e)
def choose():
    print('choosing')
    return ZeroDivisionError
try:
    1 / 0
except choose() as e:
    print('chosen', e)
def bad_handler():
    try:
        raise ValueError('original')
    except 5:
        pass
attempt(bad_handler)
try:
    try:
        raise ValueError('v')
    except KeyError:
        print('never')
    except ():
        print('never')
except ValueError:
    print('passed through')
