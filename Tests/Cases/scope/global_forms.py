# global declarations: made by functions, deleted, in nested functions and classes.
counter = 0
def inc():
    global counter, fresh
    counter += 1
    fresh = counter * 10
inc(); inc()
print(counter, fresh)
class C:
    global from_class
    from_class = 'c'
    counter = 'own'
    seen = counter
print(from_class, C.counter, C.seen, counter, 'from_class' in vars(C))
def nested():
    counter = 'local'
    def inner():
        global counter
        counter = 'changed'
    inner()
    return counter
print(nested(), counter)
def shadow():
    print = lambda *a: 'shadowed'
    return print(1)
print(shadow())
len = lambda x: 'mine'
print(len([1]))
del len
print(len([1]))
