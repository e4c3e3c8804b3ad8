# repr of bytes: quotes, escapes; str of bytes.
for b in (b'', b'a', b"'", b'"', b'\'"', b'\\', b'\n\t\r\x00\x7f\x80\xff', bytes(range(32, 40)), bytearray(b"it's"), memoryview(b'x').tobytes()):
    print(b, repr(b), str(b), ascii(b), f'{b}', '%s' % (b,), '%a' % b)
