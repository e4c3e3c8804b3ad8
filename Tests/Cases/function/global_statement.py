# global in functions, classes and nested scopes.
x = 'module'
def set_it():
    global x, fresh
    x = 'set'
    fresh = 1
class A:
    global x
    x = 'class body'
    y = x
print(x, A.y, hasattr(A, 'x'))
set_it()
print(x, fresh)
def outer():
    x = 'local'
    def inner():
        global x
        return x
    return x, inner()
print(outer())
def remove():
    global fresh
    del fresh
remove()
try:
    fresh
except NameError as error:
    print(error)
try:
    remove()
except NameError as error:
    print(error)
