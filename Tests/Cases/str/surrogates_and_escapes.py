"""Lone surrogates in texts: length, repr, comparison, encoding, ord, chr and ascii."""
lone = '\ud800'
pair = '\ud83d\ude00'
smile = '\U0001f600'


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (len(lone), len(pair), len(smile), pair == smile, lone < smile, repr(lone), ascii(smile), repr(pair), ascii('é\x00\n\'"'))))
print(attempt(lambda: lone.encode()))
print(attempt(lambda: lone.encode('utf-16')))
print(attempt(lambda: lone.encode('latin-1')))
print(attempt(lambda: (lone.encode('utf-8', 'surrogatepass'), lone.encode('utf-8', 'replace'), lone.encode('ascii', 'backslashreplace'), lone.encode('ascii', 'xmlcharrefreplace'), lone.encode('utf-8', 'ignore'))))
print(attempt(lambda: b'\xed\xa0\x80'.decode()))
print(attempt(lambda: (b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass') == lone, b'\xff'.decode('utf-8', 'surrogateescape'), '\udcff'.encode('utf-8', 'surrogateescape'))))
print(attempt(lambda: (chr(0xd800) == lone, ord(lone), chr(0x10ffff), chr(0))))
print(attempt(lambda: chr(-1)))
print(attempt(lambda: chr(0x110000)))
print(attempt(lambda: chr(2**70)))
print(attempt(lambda: chr('a')))
print(attempt(lambda: chr(1.0)))
print(attempt(lambda: ord('')))
print(attempt(lambda: ord('ab')))
print(attempt(lambda: (ord(b'a'), ord(bytearray(b'\xff')))))
print(attempt(lambda: ord(b'ab')))
print(attempt(lambda: ord(5)))
print(attempt(lambda: (lone + smile == '\ud800\U0001f600', lone.upper() == lone, lone.isalpha(), lone.isprintable(), [c for c in pair], pair[::-1] == '\ude00\ud83d')))
print(attempt(lambda: ('\N{BULLET}\x41\101\u00e9', r'\n', '\\', 'a' 'b' "c", '\a\b\f\v\0')))
print(attempt(lambda: (hash(lone) == hash('\ud800'), {lone: 1}['\ud800'], lone in pair, pair.find(lone), pair.find('\ud83d'))))
