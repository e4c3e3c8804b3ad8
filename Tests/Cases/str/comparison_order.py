# Order of strings is by code point; comparison with other types.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


words = ['b', 'a', 'B', 'é', 'z', '一', '', 'aa', '𝟘', '\uffff', 'Z']
print(sorted(words), sorted(words, key=str.lower), max(words), min(words), 'a' < 'b' < 'c', 'abc' < 'abd', 'ab' < 'abc', '\uffff' < '𝟘')
for other in (1, None, b'a', ['a']):
    print('a' == other, 'a' != other)
    t(lambda: 'a' < other)
    t(lambda: other > 'a')
