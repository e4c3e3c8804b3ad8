# strip, lstrip, rstrip, removeprefix and removesuffix.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s, chars in (('  a ', None), ('xxaxx', 'x'), ('xyaxy', 'yx'), ('', 'a'), ('aaa', 'a'), ('\u00a0a\u2003', None), ('éaé', 'é'), ('abc', '')):
    print([repr(f(chars)) for f in (s.strip, s.lstrip, s.rstrip)])
print('abcabc'.removeprefix('abc'), 'abcabc'.removesuffix('abc'), 'abc'.removeprefix(''), 'abc'.removesuffix('abcd'), 'a'.removeprefix('a') == '')
t('a'.strip, 1)
t('a'.strip, b'a')
t('a'.removeprefix, ('a',))
t('a'.removesuffix)
