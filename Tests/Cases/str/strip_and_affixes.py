"""strip, lstrip, rstrip, removeprefix, removesuffix, expandtabs, zfill, centring."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ('  a '.strip(), '\u2003a\xa0'.strip(), 'xxaxx'.strip('x'), 'xyaxy'.lstrip('yx'), 'xyaxy'.rstrip('yx'), 'éaé'.strip('é'), 'a'.strip(''), ''.strip(), 'aaa'.strip('a'))))
print(attempt(lambda: 'a'.strip(1)))
print(attempt(lambda: 'a'.strip(b'a')))
print(attempt(lambda: ('a'.strip(None), 'abab'.removeprefix('ab'), 'abab'.removesuffix('ab'), 'ab'.removeprefix(''), 'ab'.removesuffix(''), 'a'.removeprefix('ab'))))
print(attempt(lambda: 'a'.removeprefix(1)))
print(attempt(lambda: 'a'.removeprefix(('a',))))
print(attempt(lambda: ('a\tb\t\nc\td'.expandtabs(), 'a\tb'.expandtabs(0), 'a\tb'.expandtabs(-1), 'ab\tc'.expandtabs(2), 'é\tx'.expandtabs(4), '\t'.expandtabs(tabsize=3))))
print(attempt(lambda: 'a'.expandtabs('x')))
print(attempt(lambda: ('-5'.zfill(4), '+5'.zfill(4), '5'.zfill(4), '--5'.zfill(5), ''.zfill(2), 'é'.zfill(3), 'abc'.zfill(-1))))
print(attempt(lambda: ('ab'.center(5), 'ab'.center(6), 'abc'.center(6), 'abc'.center(4, '*'), 'a'.ljust(3, '中'), 'a'.rjust(3, 'é'), 'abc'.center(1), 'a'.ljust(-5))))
print(attempt(lambda: ('a'.center(3, ''))))
print(attempt(lambda: ('a'.center(3, 'ab'))))
print(attempt(lambda: ('a'.center(3, 1))))
print(attempt(lambda: 'a'.center('3')))
print(attempt(lambda: 'a'.ljust()))
print(attempt(lambda: 'a'.zfill(1.0)))
print(attempt(lambda: 'a'.ljust(10**30)))
