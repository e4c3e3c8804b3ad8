# % formatting: mappings, widths, conversions and errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print('%s %r %a' % ('é', 'é', 'é'), '%d %i %u' % (1, 2.7, True), '%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), '%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%c%c' % ('a', 98), '%%', '%5s|%-5s|%.2s' % ('a', 'b', 'cde'))
print('%(a)s %(b)d' % {'a': 1, 'b': 2}, '%(a)5.1f|' % {'a': 1.25}, '%s' % (1,), '%s' % [1, 2], '%s' % {'a': 1}, '%*d|%-*d|' % (4, 1, 4, 2), '%.3d' % 5, '%#.3x' % 5, '%s' % None, '%(x)%' % {'x': 1})
for f in (lambda: '%d' % 'a', lambda: '%s %s' % 'a', lambda: '%s' % (1, 2), lambda: '%' % 1, lambda: '%z' % 1, lambda: '%(a)s' % 1, lambda: '%(a)s' % {}, lambda: '%(a' % {'a': 1}, lambda: '%c' % 'ab', lambda: '%c' % -1, lambda: '%c' % 1.5,
          lambda: '%x' % 'a', lambda: '%d' % None, lambda: 'a' % 1, lambda: 'a' % (), lambda: 'a' % {}, lambda: '%s %(a)s' % {'a': 1}, lambda: '%*s' % ('a', 'b'), lambda: '%d' % 1j):
    t(f)
