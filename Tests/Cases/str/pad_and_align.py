# center, ljust, rjust, zfill, expandtabs.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('', 'a', 'ab', '-5', '+x', 'é一'):
    print([repr(x) for x in (s.center(5), s.center(6, '*'), s.ljust(4, '.'), s.rjust(4, 'é'), s.zfill(5), s.center(1), s.zfill(-1))])
print(repr('a\tb\t\tc\n\td'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('a\tb'.expandtabs(0)), repr('\t'.expandtabs(-3)), repr('ab\té\tx'.expandtabs(tabsize=3)))
for f, args in (('center', (5, 'ab')), ('center', (5, '')), ('ljust', ('a',)), ('zfill', ()), ('rjust', (5, b'a')), ('center', (2.0,)), ('expandtabs', ('a',))):
    t(getattr('a', f), *args)
