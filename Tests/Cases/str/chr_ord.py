# chr and ord at their limits.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for n in (0, 65, 233, 0x4e00, 0x1f600, 0x10ffff, 0xd800, True):
    print(ascii(chr(n)), ord(chr(n)))
for n in (-1, 0x110000, 2 ** 70, 1.0, 'a', None):
    t(chr, n)
for s in ('', 'ab', b'a', b'ab', 5, bytearray(b'z'), None, 'é'):
    t(ord, s)
