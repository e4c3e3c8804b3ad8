# translate and maketrans in all forms.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(str.maketrans('abc', 'xyz'), str.maketrans('ab', 'xy', 'c'), str.maketrans({'a': 'b', 98: None, 'c': 'long'}))
for s, table in (('abcabc', str.maketrans('abc', 'xyz')), ('abc', {97: None, 98: 'BB', 99: 100}), ('abc', {}), ('é一', {0xe9: 'e'}), ('ab', 'xy' * 60), ('ab', {97: ''})):
    t(s.translate, table)
class T:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        if k == 98: raise IndexError
        return 'z'
t('abcd'.translate, T())
for table in ({97: 'x', 98: 2 ** 40}, {97: -1}, {97: 1.5}, {97: b'x'}, 5):
    t('ab'.translate, table)
for args in (('ab', 'x'), ('a', 5), (5,), ('a', 'b', 5), ({'ab': 1},), ({1.5: 2},)):
    t(str.maketrans, *args)
