# nonlocal through several functions, unbound cells, cells shared by siblings.
def outer():
    x = 0
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    def read(): return x
    return middle(), read
inc, read = outer()
print(inc(), inc(), read())
def late():
    def get(): return value
    try:
        get()
    except NameError as error:
        print(type(error).__name__, error, error.name)
    value = 5
    print(get())
    del value
    try:
        get()
    except NameError as error:
        print(error)
late()
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
inc.__closure__[0].cell_contents = 40
print(inc())
