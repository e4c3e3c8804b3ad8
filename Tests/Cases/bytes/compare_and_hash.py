# Comparisons between bytes, bytearray, memoryview, and with str.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(b'a' == bytearray(b'a'), b'a' < b'b', bytearray(b'b') > b'a', b'a' == 'a', b'a' != 'a', b'' < b'a', b'ab' < b'b', memoryview(b'a') == b'a', sorted([b'b', b'a', b'']), hash(b'a') == hash(b'a'), {b'a': 1}.get('a'), b'a' in {b'a'}, max(b'abc'), sum(b'ab'))
for f in (lambda: b'a' < 'a', lambda: b'a' < 5, lambda: bytearray(b'a') > None, lambda: {bytearray(b'a'): 1}, lambda: memoryview(b'a') < b'a'):
    t(f)
