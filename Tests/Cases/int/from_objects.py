# int() of floats, bytes, bools and objects with the methods that it tries.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __int__(self): return 41
class B:
    def __index__(self): return 42
class C:
    def __trunc__(self): return 43
class D:
    def __int__(self): return 'no'
class E(int):
    pass
class F:
    def __int__(self): return True
for value in (1.9, -1.9, 1e20, True, b'12', bytearray(b' 7 '), A(), B(), E(5)):
    t(int, value)
for value in (float('nan'), float('inf'), -float('inf'), None, [], {}, D(), object, 1j, b'x', b'\xff'):
    t(int, value)
t(int)
t(int, x=5)
t(int, base=10)
t(int, 5, 5, 5)
