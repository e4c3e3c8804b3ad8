# bytes() of every kind of argument.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __bytes__(self): return b'A'
class B:
    def __index__(self): return 3
class C:
    def __bytes__(self): return 'no'
for args in ((), (3,), (b'ab',), ([1, 2, 255],), (range(3),), ('é', 'utf-8'), ('a', 'ascii', 'strict'), (bytearray(b'x'),), (memoryview(b'mv'),), (A(),), (B(),), ((x for x in (1, 2)),), (True,)):
    t(bytes, *args)
    if not isinstance(args[0] if args else 0, A): t(bytearray, *args)
for args in ((-1,), ('a',), ([256],), ([-1],), (['a'],), (1.5,), (None,), (C(),), (5, 'utf-8'), ('é', 'ascii'), (b'a', 'utf-8'), ([1.0],), (2 ** 70,), ('a', 5)):
    t(bytes, *args)
    if not isinstance(args[0], C): t(bytearray, *args)
