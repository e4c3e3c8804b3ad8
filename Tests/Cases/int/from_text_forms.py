# int() of text: blanks, signs, underscores, prefixes and bases.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('0', ' 12 ', '+7', '-0', '1_000', '\t5\n', '٣', '0x10', '0b1'):
    t(int, text)
for text, base in (('ff', 16), ('0xff', 16), ('0xff', 0), ('0o17', 0), ('0b11', 0), ('z', 36), ('Z', 36), ('12', 3), ('010', 0), ('00', 0), ('1_0', 2)):
    t(int, text, base)
