# The % operator on strings: conversions, flags, widths, mappings, errors.
print('%s %r %a' % ('é', 'é', 'é'), '%d %i %u' % (1, 2.9, True), '%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42))
print('%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%f %.2f %8.3f %e %.1E %g %G' % (1.5, 2.345, 3.14159, 12345.678, 0.00012, 1e-5, 1e20))
print('%c%c' % ('a', 98), '%%' % (), '100%% %s' % 'sure', '%s' % (1,), '%s' % [1, 2], '%s %s' % ('a', (1, 2)), '%s' % None)
print('%(name)s is %(age)03d' % {'name': 'Bob', 'age': 7}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%10s|%-10s|%.2s' % ('a', 'b', 'long'))
print('%d' % 2**70, '%x' % -255, '%5.1f%%' % 45.678, '%r' % ('t',), 'no args' % (), 'map' % {'unused': 1}, '%.0f %.0f' % (0.5, 1.5))
for template, args in (('%d', 'a'), ('%s %s', ('a',)), ('%s', ('a', 'b')), ('%q', 1), ('%', 1), ('%(k)s', {}), ('%(k)s', 5), ('%c', 'ab'), ('%d', None),
                       ('%f', 'x'), ('%x', 1.5), ('plain', 5), ('%*d', ('a', 1))):
    try:
        print(template % args)
    except (TypeError, ValueError, KeyError) as e:
        print(repr(template), type(e).__name__, e)
