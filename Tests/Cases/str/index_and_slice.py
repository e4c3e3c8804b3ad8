# Indexing and slicing of ASCII and wide text; errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('abcdef', 'aé一𝟘zé'):
    print([s[i] for i in range(-len(s), len(s))], s[::-1], s[1:4], s[-3:], s[::2], s[5:1:-2], s[10:], s[:-10], s[2:2], s[-100:100:3], s[slice(None, None, -2)])
    for i in (len(s), -len(s) - 1, 2 ** 70, 'a', 1.0, None, (1,)):
        t(lambda: s[i])
    t(lambda: s[::0])
    t(lambda: s['a':])
    t(lambda: s[1.5:])
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
