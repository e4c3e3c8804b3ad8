# % formatting of bytes.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(b'%d %s %b %r %a %c %x %5.1f|%-4d|%%' % (5, b'ab', b'cd', 'é', 'é', 65, 255, 1.25, 3), b'%(a)d' % {b'a': 1}, b'%s' % (memoryview(b'mv'),), bytearray(b'%d') % 5, b'%c' % b'z', b'%*d' % (5, 1))
class B:
    def __bytes__(self): return b'B!'
print(b'%b' % B())
for f in (lambda: b'%s' % 'a', lambda: b'%b' % 5, lambda: b'%d' % 'a', lambda: b'%c' % 256, lambda: b'%c' % b'ab', lambda: b'%d', lambda: b'%z' % 1, lambda: b'%d %d' % 1, lambda: b'%(a)d' % {'a': 1}, lambda: b'a' % 1):
    t(f)
