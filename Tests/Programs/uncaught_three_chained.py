# A chain of three exceptions, one raised in finally.
def a():
    raise ValueError('first')
def b():
    try:
        a()
    except ValueError as e:
        raise KeyError('second') from e
def c():
    try:
        b()
    finally:
        [][0]
c()
