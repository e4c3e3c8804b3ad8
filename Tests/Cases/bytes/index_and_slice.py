# Items of bytes are ints, slices are bytes; bytearray items can be set.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


b = b'abcdef'
print(b[0], b[-1], b[1:3], b[::-1], b[::2], b[10:], list(b), b * 2, b + b'g', 97 in b)
for f in (lambda: b[6], lambda: b['a'], lambda: b + 'a', lambda: b'a' * 1.5, lambda: b + 5, lambda: 'a' in b, lambda: 256 in b, lambda: b < 'a', lambda: b'a' % 'b'):
    t(f)
a = bytearray(b'abcdef')
a[0] = 65; a[1:3] = b'XYZ'; a[-1:] = [1, 2]; del a[3]; a[::2] = b'....'[:len(a[::2])]
print(a, len(a))
for f in (lambda: a.__setitem__(0, 256), lambda: a.__setitem__(0, 'a'), lambda: a.__setitem__(0, b'a'), lambda: a.__setitem__(99, 1), lambda: a.__setitem__(slice(0, 2), 'ab'), lambda: a.__setitem__(slice(0, 6, 2), b'x'), lambda: a.__setitem__(slice(0, 2), 5), lambda: a.__delitem__(100)):
    t(f)
