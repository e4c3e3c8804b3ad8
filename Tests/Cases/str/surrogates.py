# Lone surrogates: length, repr, comparison, slicing, joining, dict keys.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


s = 'a\ud800b\udfff'
print(len(s), ascii(s), ascii(s[1]), s[1] == '\ud800', ascii(s[::-1]), s.find('\udfff'), ascii(s.upper()), {s: 1}[s], ascii('\ud83d' + '\ude00'), len('\ud83d\ude00'), len('😀'), '\ud83d\ude00' == '😀', hash(s) == hash('a\ud800b\udfff'))
t(print, s)
t(s.encode)
print(ascii(s.encode('utf-8', 'surrogatepass')), ascii(b'\xff'.decode('utf-8', 'surrogateescape')), s.isprintable(), ascii(s.split('\ud800')), ascii(s.replace('\ud800', 'x')))
