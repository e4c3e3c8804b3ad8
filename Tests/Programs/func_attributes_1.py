# Attributes of functions, methods and code objects. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
def outer(x):
    'outer doc'
    y = 2
    def inner(a, /, b: int, *args, c: 'str' = 3, **kw) -> float:
        """inner doc
            more
        """
        loc = x + y
        return loc
    return inner
f = outer(1)
c = f.__code__
print(f.__name__, f.__qualname__, f.__module__, repr(f.__doc__), f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__)
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_freevars, c.co_cellvars, c.co_flags & 0xff, c.co_firstlineno, c.co_filename.rsplit('/')[-1])
print(outer.__code__.co_cellvars, outer.__code__.co_varnames, outer.__code__.co_consts[0] if 0 else '', outer.__code__.co_nlocals)
print([cl.cell_contents for cl in f.__closure__], outer.__closure__, f.__closure__[0] == f.__closure__[0])
f.__closure__[0].cell_contents = 50; print(f(1, 2))
