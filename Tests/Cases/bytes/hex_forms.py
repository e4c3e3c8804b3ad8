# hex and fromhex with separators.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(b'\x00\xff\x10'.hex(), b'abcdef'.hex(':'), b'abcdef'.hex('-', 2), b'abcdef'.hex('-', -4), b''.hex(':'), bytearray(b'a').hex(), memoryview(b'ab').hex('.'), bytes.fromhex('00 ff10'), bytes.fromhex(' a b'.replace(' ', '')), bytearray.fromhex('61\t62\n63'))
for args in (('::',), ('é',), (5,), (':', 'a'), (b'\xff',)):
    t(b'ab'.hex, *args)
for s in ('0', 'zz', '0 0', '00 0g', 5, b'00', 'é0'):
    t(bytes.fromhex, s)
