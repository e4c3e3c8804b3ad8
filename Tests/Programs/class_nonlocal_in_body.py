# A class body that declares a name nonlocal binds the variable of the function around it.
def outer():
    x = 'outer'
    y = 1

    class Body:
        nonlocal x, y
        x = 'changed'
        y += 1
        z = x
        def method(self):
            return x

    return x, y, Body.z, Body().method(), 'x' in vars(Body)


def deleting():
    x = 1

    class Body:
        nonlocal x
        del x

    try:
        return x
    except NameError as e:
        return type(e).__name__, str(e)


print(outer())
print(deleting())
