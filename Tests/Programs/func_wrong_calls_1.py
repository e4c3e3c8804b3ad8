# Every way to call a function wrongly, with the messages. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, b, /, c, *, d): pass
def f4(*, x, y): pass
def f5(a, *args, k=1, **kw): return (a, args, k, kw)
def f6(a, b, c): pass
def f7(a, /): pass
def f8(a, b, /, **kw): return kw
attempt(f0, 1); attempt(f0, a=1); attempt(f0, 1, 2); attempt(f1); attempt(f1, 1, 2); attempt(f1, 1, a=2); attempt(f1, b=2); attempt(f2); attempt(f2, 1, 2, 3); attempt(f2, c=1)
attempt(f3); attempt(f3, 1, 2, 3); attempt(f3, 1, b=2, c=3, d=4); attempt(f3, a=1, b=2, c=3, d=4); attempt(f3, 1, 2, 3, 4); attempt(f3, 1, 2, 3, 4, d=5); attempt(f3, 1, 2, c=3, d=4, e=5)
attempt(f4); attempt(f4, x=1); attempt(f4, 1); attempt(f4, 1, x=1, y=2); attempt(f4, 1, 2, x=1, y=2); attempt(f4, 1, x=1)
attempt(f5); attempt(f5, 1, 2, k=3, z=4); attempt(f5, a=1, b=2); attempt(f5, 1, a=1); attempt(f5, *[1, 2], **{'k': 5, 'q': 1});
attempt(f6); attempt(f6, 1); attempt(f6, 1, 2); attempt(f6, c=1); attempt(f7); attempt(f7, a=1); attempt(f8, 1, 2, a=3); attempt(f8, 1, b=2)
attempt(f2, 1, aa=1); attempt(f5, 1, **{'a': 2})
def star_calls():
    for e in ["f5(*5)", ]: pass
    try: f5(1, *None)
    except TypeError as e: print(e)
    try: f5(1, **None)
    except TypeError as e: print(e)
    try: f5(**{'a': 1}, **{'a': 2})
    except TypeError as e: print(e)
    try: f5(**{'a': 1}, a=2)
    except TypeError as e: print(e)
    try: f5(a=1, **{'a': 2})
    except TypeError as e: print(e)
    try: f5(**{1: 2})
    except TypeError as e: print(e)
    try: f5(**{1: 2}, **{'x':1})
    except TypeError as e: print(e)
    try: [].append(**{'x': 1})
    except TypeError as e: print(e)
    try: f5.nope(*5)
    except AttributeError as e: print(e)
    try: (lambda: 1)(*5)
    except TypeError as e: print(e)
    try: len(**5)
    except TypeError as e: print(e)
    try: [].append(*5)
    except TypeError as e: print(e)
star_calls()
