# Methods that bytes shares with str.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


b = b'  Hello World, hello\t'
print(b.strip(), b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.split(), b.split(b'l'), b.rsplit(None, 1), b.replace(b'l', b'LL', 2), b.find(b'o'), b.rfind(b'o'), b.count(b'l'), b.count(b''), b.startswith((b'x', b'  H')), b.endswith(b'\t'),
      b.partition(b','), b.rpartition(b'x'), b.center(30, b'*'), b.ljust(25, b'.'), b.zfill(25), b.expandtabs(), b.splitlines(), b.isalpha(), b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' \t'.isspace(), b'AB'.isupper(), b'Ab'.istitle(), b.isascii(),
      b.removeprefix(b'  '), b.removesuffix(b'\t'), b'a-b'.join([b'1', bytearray(b'2')]), b.index(b'W'), b'ab'.translate(None, b'a'), b'ab'.translate(bytes(range(256))), bytes.maketrans(b'ab', b'xy')[97:99], b.find(72), 72 in b, b'He' in b)
for f, args in (('split', ('a',)), ('find', ('a',)), ('find', (256,)), ('replace', ('a', b'')), ('join', (['a'],)), ('join', ([1],)), ('strip', ('a',)), ('center', (5, 'a')), ('center', (5, b'ab')), ('translate', (b'short',)), ('startswith', ('a',)), ('index', (b'zz',)), ('split', (b'',)), ('count', (1.5,))):
    t(getattr(b, f), *args)
