# String repetition, concatenation and ordering.
print('ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, repr('' * 5), 'é😀' * 2, 'a' * True)
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'abc' < 'abcd', '' < 'a', 'Z' < 'a', 'é' > 'z', '😀' > 'ﬀ', 'a' == 'a', 'a' != 'b')
print(sorted(['banana', 'Apple', 'cherry', 'éclair', 'apple', '', '10', '9']), max('hello'), min('hello'), sorted('hello'))
s = ''
for i in range(20):
    s += str(i)
print(s, len(s))
t = s
t += 'x'
print(s == t, s + 'x' == t, s is not t, hash('abc' + 'def') == hash('abcdef'))
try:
    'a' * 1.5
except TypeError as e:
    print(e)
try:
    'a' + 1
except TypeError as e:
    print(e)
try:
    'a' < 1
except TypeError as e:
    print(e)
print('a' == 1, 'a' != 1, 'abc' in ('abc',), '%s' % ('x' * 3))
