# Name resolution through nested functions, classes and comprehensions.
x = 'global'

def f():
    x = 'f'
    class C:
        y = x
        x = 'class'
        z = x
        def method(self):
            return x
        items = [x for _ in range(1)]
    return C.y, C.z, C().method(), C.items

print(f())

def g():
    def h():
        return x
    return h()
print(g())

def k():
    x = 'k'
    def set_global():
        global x
        x = 'changed'
    set_global()
    return x
print(k(), x)

def unset():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(e)
    later = 1
    return inner()
print(unset())
