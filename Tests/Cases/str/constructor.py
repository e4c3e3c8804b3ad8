# str() of bytes, objects, with encoding; errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def __str__(self): return 5
class B:
    def __repr__(self): return 'B!'
class C:
    def __str__(self): return 'C!'
    def __format__(self, spec): return 'fmt' + spec
print(str(), str(B()), f'{C()} {C():x} {C()!s:>5}', str(b'ab'), str(b'ab', 'ascii'), str(bytearray(b'\xc3\xa9'), 'utf-8'), str(object=1), str(b'x', errors='replace'), str(memoryview(b'ab'), 'ascii'))
for args in ((A(),), ('a', 'utf-8'), (5, 'utf-8'), (b'\xff', 'utf-8'), (b'a', 'nothing'), (b'a', 5), (1, 2, 3, 4)):
    t(str, *args)
t(repr, type('X', (), {'__repr__': lambda self: 1})())
t(format, type('X', (), {'__format__': lambda self, s: 1})())
