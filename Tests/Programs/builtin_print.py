# print: sep, end, flush, several objects, None arguments, errors.
print()
print(1, 'a', None, [1, 'b'], sep=', ')
print('no newline', end='')
print(' continues', end='!\n')
print(*range(3), sep='')
print('a', 'b', sep='\n', end='\n--\n')
print('x', sep='never used', end=None, flush=True)
print('a', 'b', sep=None)
print('tab\there', 'uni→😀', '')
print(print('inner'))
print('one' 'two', ('t',), {'k': 'v'}, sep=' | ')
for f in (lambda: print('a', sep=1), lambda: print('a', end=2), lambda: print('a', foo=1)):
    try:
        f()
    except TypeError as e:
        print(e)
class Loud:
    def __str__(self):
        print('[str called]', end=' ')
        return 'loud'
print('before', Loud(), 'after')
