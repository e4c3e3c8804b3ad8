# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None))
def u1():
    print(z); z = 1
def u2():
    del q
    q = 1
def u3():
    def inner(): return v
    inner(); v = 1
def u4():
    def inner():
        nonlocal v
        v += 1
    inner(); v = 1
def u5(): return undefined_name
def u6():
    global gname
    del gname
def u7():
    for i in []: pass
    return i
def u8():
    try: 1/0
    except ZeroDivisionError as e: pass
    return e
def u9():
    if 0: xx = 1
    xx += 1
def u10():
    x = 1; del x; del x
def u11():
    with open_nothing() as f: pass
def u12():
    [w for w in range(3)]; return w
def u13():
    import nonexistent_mod_x
for u in (u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13): attempt(u)
