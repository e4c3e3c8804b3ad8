# unicodedata: every property, name and normal form of all code points, by check sum; names back; errors.
import unicodedata as u

M = (1 << 61) - 1


def mix(total, text):
    for byte in text.encode('utf-8', 'surrogatepass'):
        total = (total * 257 + byte + 1) % M
    return total


for name in ('category', 'bidirectional', 'east_asian_width', 'decomposition', 'combining', 'mirrored'):
    function = getattr(u, name)
    total = 0
    for c in range(0, 0x110000, 1 if name == 'category' else 3):
        total = mix(total, str(function(chr(c))))
    print(name, total)
total = numbers = named = 0
for c in range(0, 0x110000):
    ch = chr(c)
    value = u.numeric(ch, None)
    if value is not None:
        numbers = mix(numbers, f'{c} {value!r} {u.decimal(ch, None)} {u.digit(ch, None)}')
    name = u.name(ch, '')
    if name:
        named += 1
        if named % 7 == 0:
            total = mix(total, name)
        if named % 50 == 0:
            assert u.lookup(name) == ch, name
print(numbers, total, named)
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    total = 0
    for c in list(range(0x80, 0x3400)) + list(range(0xac00, 0xad00)) + list(range(0xf900, 0x10000)) + list(range(0x1d100, 0x1d200)):
        ch = chr(c)
        text = f'a\u0316{ch}\u0301\u0300\u0327\u0301x{ch}\u1161\u11a8'
        made = u.normalize(form, text)
        total = mix(total, made)
        if c % 16 == 0:
            total = mix(total, f'{u.is_normalized(form, text)} {u.is_normalized(form, made)}')
    print(form, total)
print(u.normalize('NFC', 'e\u0301\u0323'), ascii(u.normalize('NFKC', '\ufb01\u2460\u00bd\uff21')), u.normalize('NFD', 'plain'), u.unidata_version)
for f in (lambda: u.category('ab'), lambda: u.category(1), lambda: u.name('ab'), lambda: u.name('\n'), lambda: u.name('\n', None), lambda: u.decimal('x'),
          lambda: u.digit('x'), lambda: u.numeric('x'), lambda: u.decimal('x', 3), lambda: u.lookup('nope'), lambda: u.normalize('X', 'a'),
          lambda: u.normalize('NFC', 1), lambda: u.normalize(1, 'a'), lambda: u.normalize('NFC'), lambda: u.is_normalized('X', 'a'),
          lambda: u.lookup('line feed'), lambda: u.lookup('NULL'), lambda: u.lookup('HANGUL SYLLABLE GAG'), lambda: u.lookup('CJK UNIFIED IDEOGRAPH-4E00'),
          lambda: u.lookup('CJK UNIFIED IDEOGRAPH-4e00'), lambda: u.lookup('bell'), lambda: u.lookup('LATIN SMALL LETTER GHA'), lambda: u.name('\ud55c'),
          lambda: u.name('\u4e00'), lambda: u.lookup('HANGUL SYLLABLE XX'), lambda: u.lookup('A' * 300)):
    try:
        print(repr(f()))
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
