# repr and ascii of strings: quotes, escapes, control and unprintable characters.
for s in ("it's", 'say "hi"', '''both ' and "''', 'back\\slash', 'tab\tnew\nret\r', '\x00\x1f\x7f', 'é', '\u200b', '\xad', '😀',
          '\ud800', '\u2028', '\xa0', '', '\a\b\f\v', '\N{GREEK SMALL LETTER ALPHA}'):
    print(repr(s), ascii(s), len(s))
print(r'raw\n', 'con' 'cat' "enated", '''triple
quoted''', 'line \
continued', '\101\x41\u0041\U00000041')
print(['a\n', "b'"], {'k\t': 'v"'}, ('\\',))
