"""The is… methods on digits, numbers, letters, spaces, identifiers, unprintable and unassigned characters."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: [f'{c.isdigit():d}{c.isdecimal():d}{c.isnumeric():d}{c.isalnum():d}{c.isalpha():d}' for c in '5²½Ⅷ一٣a_ª𝟘']))
print(attempt(lambda: [c.isspace() for c in ' \t\x0b\x1c\x1f\x85\xa0\u2028\u3000\u200b\ufeff']))
print(attempt(lambda: [c.isprintable() for c in ' \xa0\u3000\u200b\x7fa\ud800\U000e0001é']))
print(attempt(lambda: ([s.isidentifier() for s in ('a', '_', '1a', '', 'é', 'a b', 'ª', '℘', '·a', 'a·', 'class', '𝔘')])))
print(attempt(lambda: (''.isalpha(), ''.isprintable(), ''.isascii(), ''.isspace(), ''.isdigit(), 'é'.isascii(), '\x7f'.isascii())))
print(attempt(lambda: ('12 '.isdigit(), 'ab1'.isalpha(), 'ab1'.isalnum(), 'a-b'.isalnum())))
print(attempt(lambda: ''.isalpha(1)))
