# nonlocal through several levels, shared cells, and cells that are not set yet.
def outer():
    n = 0
    def middle():
        nonlocal n
        n += 1
        def inner():
            nonlocal n
            n += 10
            return n
        return inner
    def peek(): return n
    return middle, peek
m, p = outer()
i = m()
print(i(), i(), p(), m()(), p())
def late():
    def use(): return value
    try:
        use()
    except NameError as e:
        print(e)
    value = 5
    return use()
print(late())
def deleted():
    v = 1
    def use(): return v
    del v
    try:
        use()
    except NameError as e:
        print(e)
    v = 3
    return use()
print(deleted(), [f.__closure__[0].cell_contents for f in (i,)])
