# Messages of unbound locals and undefined names.
value = 1

def early():
    print(value)
    value = 2

def branch(flag):
    if flag:
        result = 'set'
    return result

def deleted():
    x = 1
    del x
    return x

def loop():
    for item in []:
        pass
    return item

def handler():
    try:
        raise ValueError('v')
    except ValueError as e:
        pass
    return e

def undefined():
    return no_such_name

for f in (early, lambda: branch(False), deleted, loop, handler, undefined):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, '-', e)
print(branch(True))
try:
    del no_such_global
except NameError as e:
    print(e)
