# split, rsplit, splitlines, partition, join, strip.
s = '  a, b,,c  '
print(s.split(), s.split(','), s.split(',', 1), s.rsplit(',', 1), s.split(None, 1), ''.split(), ''.split(','), 'a  b'.split(' '))
print('one\ntwo\r\nthree\rfour\x0bfive\u2028six\n'.splitlines(), 'a\nb\n'.splitlines(True), ''.splitlines())
print('k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'none'.partition('='), 'none'.rpartition('='))
print(', '.join(['a', 'b']), ''.join([]), '-'.join('xyz'), '+'.join(str(i) for i in range(4)), ' '.join({'k': 1, 'l': 2}))
print(repr('  x '.strip()), repr('xxhixx'.strip('x')), repr('  x '.lstrip()), repr('  x '.rstrip()), 'abcba'.strip('ab'), repr('\t\n x\u3000'.strip()))
print(' a  b '.rsplit(), 'a b c d'.rsplit(None, 2), 'aXbXc'.split('X'), 'abc'.split('abc'), 'a--b--c'.split('--', -1))
for f in (lambda: ','.join([1, 2]), lambda: ','.join(['a', None]), lambda: 'a'.split(''), lambda: 'a'.split(5), lambda: ','.join(3)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
