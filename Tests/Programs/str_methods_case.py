# Case methods and character classes, also beyond ASCII.
for s in ('hello World', 'ÄÖÜ straße', 'ΑΣ ος', 'ǆ', '123', '', 'ﬁ', "they're bill's"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
for s in ('abc', 'ABC', 'aBc1', '123', '½', '²', '٣', ' \t\n', 'a b', '', 'Title Case', 'x_1', '1x', 'é', 'def'):
    print(repr(s), s.isalpha(), s.isdigit(), s.isnumeric(), s.isdecimal(), s.isalnum(), s.isspace(), s.isupper(), s.islower(),
          s.istitle(), s.isidentifier(), s.isascii(), s.isprintable())
