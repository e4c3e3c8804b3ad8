# find, rfind, index, rindex, count with every kind of bounds and the empty text.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


s = 'abcabcé一abc'
for args in (('abc',), ('abc', 1), ('abc', -3), ('abc', 1, 5), ('',), ('', 3), ('', 11), ('', 12), ('', 5, 2), ('c', None, None), ('é',), ('一', -5), ('abcd',), ('abc', -100, 100), ('bc', 2 ** 70), ('bc', -2 ** 70)):
    print([f(*args) for f in (s.find, s.rfind, s.count)])
    t(s.index, *args)
    t(s.rindex, *args)
for f in (s.find, s.count, s.index):
    t(f, 5)
    t(f, 'a', 1.5)
    t(f)
