# __cause__, __context__, __suppress_context__ and `from None`.
def show(e):
    while e is not None:
        print(repr(e), '| cause', repr(e.__cause__), '| context', repr(e.__context__), e.__suppress_context__)
        e = e.__context__

def implicit():
    try:
        {}['missing']
    except KeyError:
        raise ValueError('implicit')
def explicit():
    try:
        {}['missing']
    except KeyError as e:
        raise ValueError('explicit') from e
def none():
    try:
        {}['missing']
    except KeyError:
        raise ValueError('none') from None
def finally_context():
    try:
        1 / 0
    finally:
        raise TypeError('in finally')
def three():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    except IndexError:
        None.x
def other_cause():
    raise ValueError('v') from OSError('cause only')

for f in (implicit, explicit, none, finally_context, three, other_cause):
    try:
        f()
    except Exception as e:
        print(f.__name__)
        show(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
