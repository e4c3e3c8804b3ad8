# The handled exception is restored when a handler ends, also around generators and calls.
def helper():
    try:
        raise KeyError('inside helper')
    except KeyError:
        pass
    try:
        raise ValueError('after helper handled')
    except ValueError as e:
        return repr(e.__context__)

print(helper())
try:
    raise TypeError('outer')
except TypeError:
    print(helper())
    try:
        raise OSError('x')
    except OSError as e:
        print(repr(e.__context__))
try:
    raise ValueError('fresh')
except ValueError as e:
    print(repr(e.__context__))

def gen():
    try:
        raise KeyError('in generator')
    except KeyError:
        yield 1
        try:
            raise ValueError('later in generator')
        except ValueError as e:
            yield repr(e.__context__)
    yield 'end'
g = gen()
next(g)
try:
    1 / 0
except ZeroDivisionError:
    print(next(g), next(g))
