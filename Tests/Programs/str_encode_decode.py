# encode and decode: utf-8, ascii, latin-1, error handlers and messages.
s = 'aé→😀'
print(s.encode(), s.encode('utf-8').decode('utf-8') == s, s.encode('utf-16-le'), 'é'.encode('latin-1'))
print(s.encode('ascii', 'ignore'), s.encode('ascii', 'replace'), s.encode('ascii', 'backslashreplace'), s.encode('ascii', 'xmlcharrefreplace'))
print(b'a\xff\xfeb'.decode('utf-8', 'replace'), b'a\xff'.decode('utf-8', 'ignore'), b'\xe9'.decode('latin-1'), str(b'abc', 'ascii'))
for f in (lambda: s.encode('ascii'), lambda: b'a\xff'.decode(), lambda: b'\xe2\x82'.decode('utf-8'), lambda: '\ud800'.encode(),
          lambda: b'\x80'.decode('ascii'), lambda: 'x'.encode('no-such-codec'), lambda: s.encode('latin-1')):
    try:
        f()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
