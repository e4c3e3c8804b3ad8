# upper, lower, title, swapcase, capitalize, casefold beyond ASCII: lengths change, final sigma, title digraphs.
for s in ('straße', 'ΑΣ', 'ΑΣ.', 'Σ', 'ǆ', 'ŉ', 'İ', 'ı', 'ﬁn', 'ÿ', 'ß', "they're bill's", 'x1y', 'ΌΣΟΣ', 'ა', 'ꭰ'):
    print([f(s) for f in (str.upper, str.lower, str.title, str.swapcase, str.capitalize, str.casefold)], [len(f(s)) for f in (str.upper, str.lower, str.title)])
