# decode: handlers and the exception's attributes.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for enc, data in (('utf-8', b'a\xffb'), ('utf-8', b'\xe4\xb8'), ('ascii', b'\x80'), ('utf-16', b'\xff\xfea'), ('utf-8', b'\xc0\x80'), ('utf-8', b'\xed\xa0\x80'), ('utf-8', b'\xf4\x90\x80\x80'), ('utf-32-le', b'abc')):
    for h in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
        t(data.decode, enc, h)
try:
    b'abc\xff'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
t(b'a'.decode, 'nothing')
t(b'a'.decode, 5)
t(b'\xff'.decode, 'utf-8', 'nothing')
