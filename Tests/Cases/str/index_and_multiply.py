"""Items, slices, repetition and comparison of texts of every width."""
text = "aé中\U0001f600z"


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ([text[i] for i in range(-5, 5)], text[1:3], text[::-1], text[::2], text[-2:], text[3:1], text[10:], text[4:0:-2], text[True])))
print(attempt(lambda: text[5]))
print(attempt(lambda: text[-6]))
print(attempt(lambda: text[2**70]))
print(attempt(lambda: text['a']))
print(attempt(lambda: text[1.0]))
print(attempt(lambda: text[None]))
print(attempt(lambda: text[1:2:0]))
print(attempt(lambda: text['a':]))
print(attempt(lambda: text[:1.5]))
print(attempt(lambda: (text[1, 2])))
print(attempt(lambda: (text * 2, text * 0, text * -1, 0 * text, True * text, '' * 10**30)))
print(attempt(lambda: text * 1.0))
print(attempt(lambda: text * 'a'))
print(attempt(lambda: text * 10**30))
print(attempt(lambda: 'ab' * 2**62))
print(attempt(lambda: text + 1))
print(attempt(lambda: 1 + text))
print(attempt(lambda: text + None))
print(attempt(lambda: text - 'a'))
print(attempt(lambda: ('a' < 'b', 'a' < 'B', 'a' < 'aa', 'é' > 'z', '\uffff' < '\U00010000', '' < 'a', 'a' == b'a', 'a' != 1)))
print(attempt(lambda: 'a' < 1))
print(attempt(lambda: 'a' < b'a'))
print(attempt(lambda: 'a' >= None))
print(attempt(lambda: -'a'))
print(attempt(lambda: 'a' % 1))
print(attempt(lambda: ('%s' % (1, 2))))
print(attempt(lambda: '%s %s' % 1))
print(attempt(lambda: '%(a)s' % 1))
print(attempt(lambda: '%(a)s' % {'b': 1}))
print(attempt(lambda: '%q' % 1))
print(attempt(lambda: '%' % ()))
print(attempt(lambda: '%d' % 'x'))
print(attempt(lambda: '%x' % 'x'))
print(attempt(lambda: '%c' % 'ab'))
print(attempt(lambda: '%c' % -1))
print(attempt(lambda: ('%*d' % ('a', 1))))
print(attempt(lambda: ('%.*f|%-*d|%5.2s|%%' % (1, 2.55, 4, 7, 'abc'))))
