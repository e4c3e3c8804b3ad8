# Names that are local but not bound (yet).
def a():
    print(x)
    x = 1
def b():
    x = 1
    del x
    return x
def c():
    for i in (): pass
    return i
def d():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e
def f():
    x += 1
def g():
    with open('/dev/null') as h: pass
    del h, h
def h():
    del never
    never = 1
def k():
    import sys as s
    del s
    s.path
for call in (a, b, c, d, f, g, h, k):
    try:
        print(call())
    except UnboundLocalError as error:
        print(call.__name__, error, error.name)
