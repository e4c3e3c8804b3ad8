# Encodings by tables and by escapes: every byte of many encodings, errors with their handlers, files.
import codecs
import os
import tempfile

for name in ('cp1252', 'CP437', 'cp850', 'cp1251', 'iso8859-2', 'iso-8859-15', 'latin9', 'koi8-r', 'mac_roman', 'cp037', 'cp1140', 'windows-1250', 'iso8859_7',
             'cp866', 'hp-roman8', 'tis-620', 'ptcp154'):
    text = bytes(range(256)).decode(name, 'replace')
    total = 0
    for c in text:
        total = (total * 31 + ord(c)) % 1000003
    back = text.replace('\ufffd', '').encode(name)
    print(name, total, len(back), back == bytes(b for b in range(256) if bytes([b]).decode(name, 'ignore')))
for call in (lambda: b'\x81ab'.decode('cp1252'), lambda: 'a\u4e00\u4e01b'.encode('cp1252'), lambda: b'\x81'.decode('cp1252', 'ignore'),
             lambda: 'x\u20ac\u4e00'.encode('cp1252', 'replace'), lambda: '\u4e00'.encode('cp437', 'xmlcharrefreplace'),
             lambda: '\u4e00\x80'.encode('cp437', 'backslashreplace'), lambda: '\u20ac'.encode('latin-1', 'xmlcharrefreplace'),
             lambda: b'\x81\x82'.decode('cp1252', 'surrogateescape'), lambda: '\udc81'.encode('cp1252', 'surrogateescape'),
             lambda: 'x'.encode('no-such'), lambda: b'x'.decode('no such'), lambda: str(b'\x80', 'cp1252'), lambda: bytes('\u20ac', 'cp1252'),
             lambda: 'a\tb\n\\\xe9\u4e00\U0001f600\x7f'.encode('unicode_escape'), lambda: 'a\t\\\xe9\u4e00\U0001f600'.encode('raw_unicode_escape'),
             lambda: rb'a\tb\n\\\xe9\u4e00\U0001f600\101\0'.decode('unicode_escape'), lambda: rb'\u4e00\xe9\\u4e00 \n'.decode('raw-unicode-escape'),
             lambda: rb'ab\x1'.decode('unicode_escape'), lambda: rb'\u12'.decode('unicode-escape'), lambda: rb'\U00110000'.decode('unicode_escape'),
             lambda: b'\\'.decode('unicode_escape'), lambda: rb'\u12x'.decode('raw_unicode_escape'), lambda: rb'\x1z'.decode('unicode_escape', 'replace'),
             lambda: codecs.encode('\u20ac', 'cp1252'), lambda: codecs.decode(b'\\n', 'unicode_escape'), lambda: codecs.lookup('windows-1252').decode(b'\x80'),
             lambda: b'caf\xe9'.decode('unicode_escape')):
    try:
        print(ascii(call()))
    except (LookupError, UnicodeError) as e:
        print(type(e).__name__, e)
path = os.path.join(tempfile.mkdtemp(), 'f')
with open(path, 'w', encoding='cp1252') as f:
    f.write('1 \u20ac\n2 \xe9\n')
print(open(path, 'rb').read(), open(path, encoding='cp1252').readlines(), open(path, encoding='cp1252').encoding)
