# replace: counts, the empty text, growing and shrinking, non-ASCII.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s, args in (('aaa', ('a', 'bb')), ('aaa', ('a', 'b', 2)), ('abc', ('', '-')), ('abc', ('', '-', 2)), ('', ('', 'x')), ('', ('a', 'x')), ('aXbX', ('X', '')), ('é一é', ('é', 'e')), ('aaaa', ('aa', 'a')),
                ('abab', ('ab', 'é')), ('abc', ('b', 'b')), ('aaa', ('a', 'b', -1)), ('aaa', ('a', 'b', 0))):
    t(s.replace, *args)
t('aaa'.replace, 'a', 'b', count=1)
t('a'.replace, 'a')
t('a'.replace, 1, 'b')
t('a'.replace, 'a', 'b', 'c')
