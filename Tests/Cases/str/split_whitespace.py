# split and rsplit without a separator: every kind of blank, counts.
s = '  a \t b\n\u00a0c\u2003d\x1c e  '
for args in ((), (None,), (None, 0), (None, 1), (None, 2), (None, -1), (None, 100)):
    print(s.split(*args), s.rsplit(*args))
print(''.split(), '   '.split(), 'abc'.split(), ' a'.split(None, 0), 'a b'.split(maxsplit=1), 'a b c'.rsplit(sep=None, maxsplit=1))
