# Defaults live in the function and can be changed.
def f(a, b=[], *, c={}):
    b.append(a)
    c[a] = len(b)
    return b, c
f(1)
print(f(2), f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (['new'],)
f.__kwdefaults__ = None
try:
    f(3)
except TypeError as error:
    print(error)
f.__kwdefaults__ = {'c': {}}
print(f(4))
for name, value in (('__defaults__', 5), ('__kwdefaults__', [1]), ('__code__', 5), ('__name__', 5), ('__dict__', 5), ('__closure__', ()), ('__globals__', {})):
    try:
        setattr(f, name, value)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
