# Deleted and unassigned cells.
def deleted():
    v = 1
    def get():
        return v
    del v
    try:
        return get()
    except NameError as e:
        return type(e).__name__, str(e)
print(deleted())

def own_cell():
    def use():
        return w
    try:
        print(w)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    w = 3
    return use()
print(own_cell())

def rebinding():
    v = [1]
    def a():
        v.append(2)
        return v
    def b():
        nonlocal v
        v = 'new'
    first = a()
    b()
    return first, v
print(rebinding())
