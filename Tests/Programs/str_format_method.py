# str.format: positions, names, attributes, items, nested specs, errors.
class P:
    x = 5
    def __format__(self, spec): return 'P<' + spec + '>'
print('{} {}'.format(1, 'a'), '{1} {0} {1}'.format('a', 'b'), '{name}={value:>5}'.format(name='n', value=3))
print('{0.x} {1[0]} {2[key]}'.format(P, [7], {'key': 'v'}))
print('{:{}}|{:{w}.{p}f}'.format('a', 5, 3.14159, w=8, p=2), '{{}} {}'.format(1), '{!r} {!s:>4} {!a}'.format('q', 'w', 'é'))
print('{0:abc} {0}'.format(P()), '{:,} {:.1%} {:x}'.format(1234567, 0.256, 255), '{a}{b}'.format(**{'a': 1, 'b': 2}), '{}{}'.format(*'xy'))
for template, args in (('{} {}', (1,)), ('{1}', (1,)), ('{name}', ()), ('{', ()), ('}', ()), ('{0} {}', (1, 2)), ('{!x}', (1,)), ('{0.nope}', (1,)),
                       ('{:d}', ('a',)), ('{0[k]}', ({},))):
    try:
        print(template.format(*args))
    except (IndexError, KeyError, ValueError, AttributeError) as e:
        print(repr(template), type(e).__name__, e)
print('{a[0]} {b.x}'.format_map({'a': 'xyz', 'b': P}))
