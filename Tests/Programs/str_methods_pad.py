# center, ljust, rjust, zfill, expandtabs, translate, maketrans.
for s in ('ab', 'abc', '', 'é'):
    print(repr(s.center(6)), repr(s.center(7, '*')), repr(s.ljust(5)), repr(s.rjust(5, '.')), repr(s.zfill(5)), repr(s.center(1)))
print('-42'.zfill(6), '+7'.zfill(4), '--1'.zfill(5), 'a\tbc\td'.expandtabs(), '\tx'.expandtabs(3))
table = str.maketrans('abc', 'xyz', 'd')
print('aabbccdde'.translate(table), 'abc'.translate({97: 'AA', 98: None}), str.maketrans({'q': 'Q'}))
try:
    'a'.center(5, 'xx')
except TypeError as e:
    print(e)
try:
    str.maketrans('a', 'bc')
except ValueError as e:
    print(e)
