# bytes literals, indexing, methods, conversion, errors.
b = b'hello\x00\xff'
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b'abc'), b'a' + b'b', b'ab' * 2, b'l' in b, 104 in b, b == b'hello\x00\xff')
print(b'a,b,c'.split(b','), b'-'.join([b'x', b'y']), b' pad '.strip(), b'Hi'.upper(), b'Hi'.lower(), b'aXb'.replace(b'X', b'--'), b'abc'.find(b'c'))
print(bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), b'abc'.hex(), bytes.fromhex('6162 63'), b'abc'.startswith(b'a'), b'%d %s' % (5, b'x'))
print(b'\'"', b"it's", b'\t\n\\', repr(bytes(range(0, 256, 17))), hash(b'a') == hash(b'a'), sorted([b'b', b'a']), b'a' < b'b', bytes(), bool(b''))
ba = bytearray(b'abc')
ba[0] = 120
ba.append(33)
ba += b'++'
print(ba, bytes(ba), len(ba), ba.pop(), ba)
for f in (lambda: bytes([256]), lambda: b'a' + 'b', lambda: b[100], lambda: bytes('a'), lambda: 'a' in b'a', lambda: bytes(-1), lambda: 256 in b'a'):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
print(b'a' == 'a', b''.join([]), b'x'.decode() + 'y', b'a\nb'.splitlines(), b'abc'.isalpha())
