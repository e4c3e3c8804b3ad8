# return in try, except, else and finally; the last one wins.
def a():
    try:
        return 'try'
    finally:
        print('finally a')
def b():
    try:
        return 'try'
    finally:
        return 'finally'
def c():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'except'
    finally:
        print('finally c')
def d():
    try:
        1 / 0
    finally:
        return 'swallowed'
def e():
    x = 'before'
    try:
        return x
    finally:
        x = 'after'
def f():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
def g():
    try:
        pass
    except ValueError:
        return 'except'
    else:
        return 'else'
    finally:
        print('finally g')
def h():
    try:
        try:
            return 'inner'
        finally:
            print('inner finally')
    finally:
        print('outer finally')
def i():
    try:
        raise KeyError('first')
    except KeyError:
        try:
            return 'nested'
        finally:
            print('nested finally')
    finally:
        print('last')
for fn in (a, b, c, d, e, f, g, h, i):
    print(fn.__name__, fn())
