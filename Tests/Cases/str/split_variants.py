"""split, rsplit, splitlines, partition, rpartition: separators, limits, every line end."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (' a  b '.split(), ' a  b '.split(' '), ' a  b '.split(None, 1), ' a  b '.rsplit(None, 1), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1))))
print(attempt(lambda: (''.split(), ''.split(','), ' '.split(), ' '.split(' '), 'a'.split('ab'), 'aXXbXXc'.split('XX'), 'aaaa'.split('aa'), 'aaa'.rsplit('aa'))))
print(attempt(lambda: ('a b c'.split(maxsplit=0), ' a b'.split(None, 0), ' a b '.rsplit(None, 0), 'a,b'.split(',', -5), 'a,b'.split(sep=',', maxsplit=1))))
print(attempt(lambda: ('a\u2003b\xa0c\x1cd'.split(), 'é中é'.split('中'), 'a\x85b'.split())))
print(attempt(lambda: 'a,b'.split('')))
print(attempt(lambda: 'a,b'.split(1)))
print(attempt(lambda: ('a,b'.split(',', 'x'))))
print(attempt(lambda: ('a,b'.split(',', 1.0))))
print(attempt(lambda: ('a,b'.split(',', 1, 2))))
print(attempt(lambda: 'a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l'.splitlines()))
print(attempt(lambda: ('a\n\nb\r\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a'.splitlines(keepends=True), '\r\n\n\r'.splitlines())))
print(attempt(lambda: ('a.b.c'.partition('.'), 'a.b.c'.rpartition('.'), 'abc'.partition('.'), 'abc'.rpartition('.'), 'é'.partition('é'))))
print(attempt(lambda: 'a'.partition('')))
print(attempt(lambda: 'a'.rpartition('')))
print(attempt(lambda: 'a'.partition(1)))
print(attempt(lambda: ('a'.splitlines(1, 2))))
