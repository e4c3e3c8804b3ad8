# find, index, count, startswith, endswith, in, replace.
s = 'the cat sat on the mat'
print(s.find('the'), s.find('the', 1), s.rfind('the'), s.find('dog'), s.find(''), s.find('at', 5, 8), s.rfind('at', 0, 10))
print(s.index('cat'), s.rindex('at'), s.count('at'), s.count('the', 1), s.count(''), 'aaaa'.count('aa'))
print(s.startswith('the'), s.startswith('cat', 4), s.endswith(('dog', 'mat')), s.endswith('at', 0, 7), s.startswith(''))
print('cat' in s, '' in s, 'dog' not in s, s.replace('the', 'a'), s.replace('at', 'og', 2), s.replace('x', 'y'), 'abc'.replace('', '-'))
print('añb→c😀d'.find('😀'), 'añb→c😀d'.find('d'), 'añb→c😀d'.index('→'), 'añb→c😀d'.count('ñ'))
print(s.find('at', -6), s.find('the', 100), 'abc'.find('', 3), 'abc'.find('', 4), s.removeprefix('the '), s.removesuffix('mat'))
for f in (lambda: s.index('dog'), lambda: s.find(5), lambda: s.replace('a'), lambda: s.startswith(3), lambda: 5 in s):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
