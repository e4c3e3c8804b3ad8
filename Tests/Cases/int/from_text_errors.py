# int() of text that is no number, and of bases that do not exist.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('', ' ', '1_', '_1', '1__0', '1.5', '0x', 'abc', '--1', '+ 1', '1 2', '1e5', '\x00', '5\x00'):
    t(int, text)
for args in (('1', 1), ('1', 37), ('1', -1), ('2', 2), ('g', 16), ('', 0), ('0x', 16), (5, 10), ('1', '2'), ('1', 2.0)):
    t(int, *args)
