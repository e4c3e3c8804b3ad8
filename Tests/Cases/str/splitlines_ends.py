# splitlines: all line ends, with and without them.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('', 'a', 'a\n', 'a\n\nb', 'a\r\nb\rc', 'a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i', '\n', '\r\n\r'):
    print(s.splitlines(), s.splitlines(True), s.splitlines(keepends=False))
t('a'.splitlines, 1, 2)
