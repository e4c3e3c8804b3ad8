"""str.format: fields, attributes, items, numbering, conversions, nested specifications and every error."""
class Point:
    x = 1
    items = {'a': 2, '0': 3}


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a}{b!r:>5}'.format(a=1, b='x'), '{0.x} {0.items[a]} {0.items[0]}'.format(Point()) if False else '{0.x} {0.items[a]}'.format(Point()))))
print(attempt(lambda: ('{:{}}|{:{w}.{p}}'.format(1, 5, 2.5, w=6, p=3), '{{}}'.format(), '{{{}}}'.format(1), '{!a}{!s}'.format('é', 1), '{0[1]}{0[-1]}'.format({1: 'x', '-1': 'y'}))))
print(attempt(lambda: '{} {0}'.format(1)))
print(attempt(lambda: '{0} {}'.format(1)))
print(attempt(lambda: '{}'.format()))
print(attempt(lambda: '{1}'.format(0)))
print(attempt(lambda: '{a}'.format()))
print(attempt(lambda: '{'.format()))
print(attempt(lambda: '}'.format()))
print(attempt(lambda: '{0'.format(1)))
print(attempt(lambda: '{0!}'.format(1)))
print(attempt(lambda: '{0!x}'.format(1)))
print(attempt(lambda: '{0!rr}'.format(1)))
print(attempt(lambda: '{0.}'.format(1)))
print(attempt(lambda: '{0[}'.format(1)))
print(attempt(lambda: '{0[]}'.format([1])))
print(attempt(lambda: '{0[a]}'.format([1])))
print(attempt(lambda: '{0[5]}'.format([1])))
print(attempt(lambda: '{0.y}'.format(Point())))
print(attempt(lambda: ('{:{:{}}}'.format(1, 2, 3))))
print(attempt(lambda: '{0:d}'.format('a')))
print(attempt(lambda: '{0:5}'.format(None)))
print(attempt(lambda: '{0:5}'.format([])))
print(attempt(lambda: ('{0}'.format(None), '{0!s:>6}'.format(None), '{0!r:^8}'.format([]))))
print(attempt(lambda: ('{0[0]}{0[1]}'.format('ab'), '{0.real}{0.imag}'.format(1j))))
print(attempt(lambda: '{:s}'.format(1)))
print(attempt(lambda: '{0:.3}|{0:5}|{0:<5}|{0:^5}|{0:>5}|{0:*^6.2}'.format('abcd')))
print(attempt(lambda: (format('a', '=5'))))
print(attempt(lambda: (format('a', '+'))))
print(attempt(lambda: (format('a', ','))))
print(attempt(lambda: (format('a', '05'))))
print(attempt(lambda: (format('a', '#'))))
print(attempt(lambda: (format('a', 'd'))))
print(attempt(lambda: '{a.b}'.format_map({'a': 1})))
print(attempt(lambda: '{a}'.format_map({})))
print(attempt(lambda: ('{a}{b}'.format_map({'a': 1, 'b': [2]}))))
print(attempt(lambda: '{0}'.format_map([1])))
