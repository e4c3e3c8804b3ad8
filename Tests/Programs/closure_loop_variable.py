# Closures see the variable, not its value at creation.
late = [lambda: i for i in range(4)]
print([f() for f in late])
bound = [lambda i=i: i for i in range(4)]
print([f() for f in bound])

def make():
    fs = []
    for k in range(3):
        def f():
            return k
        fs.append(f)
    k = 'changed'
    return fs
print([f() for f in make()])

def make_later():
    def show():
        return value
    value = 'set after def'
    return show
print(make_later()())
def outer():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x *= 3
            return x
        return inner
    f = middle()
    return f(), f(), x
print(outer())
