"""Error handlers of encoding and decoding: which bytes they take, and when an unknown one matters."""


def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


handlers = 'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace', 'nosuch'
for encoding, data in ('utf-8', b'a\xed\xa0\x80\xffz'), ('ascii', b'a\xc3\xa9'), ('utf-16-le', b'a\0\0\xd8b\0'), ('utf-16', b'\x80\xd8'), \
        ('utf-32-le', b'\xf0\x9f\x98\xff'), ('utf-32-be', b'\0\0\xd8\0'), ('utf-16-be', b'abc'):
    for handler in handlers:
        print(encoding, handler, ascii(tried(data.decode, encoding, handler)))
for encoding in 'utf-8', 'ascii', 'latin-1', 'utf-16-le', 'utf-32-be':
    for text in 'a\udc80\udcffb', 'é\udc41', 'ok':
        for handler in handlers:
            print(encoding, handler, tried(text.encode, encoding, handler))
print(tried('a'.encode, 'utf-8', 'x\0'), tried('a'.encode, 'u\0'), tried('a'.encode, '\udc80'), tried(str, b'a', None), tried(str, b'a', 'x\0'))
print(tried(b'a'.decode, 'utf-8', 'nosuch'), tried(int, bytearray(b'x')), tried(complex, '1_j'), tried(float.fromhex, 'x'), tried(bytes.fromhex, 'aé'))
print(tried(format, 'a', 5), tried(format, 1j, '05'), tried(' '.join, 5), tried(' '.maketrans, 1, 2), 'abc'.format(), tried('%i'.__mod__, 'x'))
