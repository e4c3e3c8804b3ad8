# Nested handlers, bare raise, raising another exception in a handler.
def inner(kind):
    try:
        if kind == 1:
            raise ValueError('one')
        if kind == 2:
            raise KeyError('two')
        if kind == 3:
            raise IndexError('three')
        return 'fine'
    except ValueError:
        print('inner handles')
        return 'handled'
    except KeyError:
        print('inner re-raises')
        raise
    finally:
        print('inner finally')

def outer(kind):
    try:
        return inner(kind)
    except KeyError as e:
        try:
            raise RuntimeError('while handling') from e
        except RuntimeError as r:
            return repr(r), repr(r.__cause__), r.__context__ is e
    except LookupError as e:
        return 'lookup', repr(e)

for kind in range(4):
    print(kind, outer(kind))
try:
    raise
except RuntimeError as e:
    print(e)
def reraise_later():
    try:
        1 / 0
    except ZeroDivisionError as e:
        saved = e
    raise saved
try:
    reraise_later()
except ZeroDivisionError as e:
    print('again', e)
def helper():
    raise
try:
    try:
        raise ValueError('active')
    except ValueError:
        helper()
except ValueError as e:
    print('raised by helper:', e)
