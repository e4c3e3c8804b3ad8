# isalpha and its relatives on scripts, digits of all kinds, and the empty string.
for s in ('', 'a', '1', '²', '½', '一', '٣', '_', 'a1', ' ', '\t', '\x1c', '\u00a0', '\u200b', 'é', 'ª', 'Ǆ', 'ǅ', '1a', 'class', 'Aa', 'AB', 'Ab Cd', '\n', '\ud800', '𝟘', '\x7f', '℘', 'ⅷ'):
    print(ascii(s), [int(getattr(s, 'is' + n)()) for n in ('alnum', 'alpha', 'ascii', 'decimal', 'digit', 'identifier', 'lower', 'numeric', 'printable', 'space', 'title', 'upper')])
