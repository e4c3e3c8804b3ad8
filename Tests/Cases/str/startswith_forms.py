# startswith and endswith: tuples, bounds, empty text, errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


s = 'hello world'
for args in (('hell',), (('x', 'he'),), ((),), ('',), ('', 20), ('', 11), ('world', 6), ('wor', 6, 8), ('o', -1), (('', 'x'), 30), ('hello', 0, 5), ('hello', None, None)):
    print(s.startswith(*args), s.endswith(*args))
for args in ((5,), ((5,),), (['h'],), (b'h',), (('a', 5),), (('h', 5),), ()):
    t(s.startswith, *args)
    t(s.endswith, *args)
