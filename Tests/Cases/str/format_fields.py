# str.format: numbering, names, attributes, items, nesting, conversions, escapes and errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class P:
    x = 5
    def __getitem__(self, k): return 'item %r' % (k,)
print('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{0.x} {0[k]} {0[3]} {0[-1]}'.format(P()), '{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:>{w}}|'.format('a', w=4), '{{}} {{{0}}}'.format(1), '{:{}{}}'.format(3, '>', 5))
for f, args, kw in (('{}', (), {}), ('{0} {}', (1, 2), {}), ('{} {0}', (1, 2), {}), ('{a}', (), {}), ('{', (), {}), ('}', (), {}), ('{0.y}', (P(),), {}), ('{0[}', (1,), {}), ('{!z}', (1,), {}), ('{!}', (1,), {}), ('{:d}', ('a',), {}), ('{0[a]}', ([1],), {}),
                    ('{2}', (1, 2), {}), ('{a.b}', (), {'a': 1}), ('{:{}}', (1,), {}), ('{!rx}', (1,), {}), ('{0[]}', (1,), {}), ('{ 0}', (1,), {}), ('{-1}', (1,), {}), ('{0.}', (1,), {})):
    t(f.format, *args, **kw)
print('{a} {b[0]}'.format_map({'a': 1, 'b': [2]}))
class D(dict):
    def __missing__(self, k): return '<' + k + '>'
print('{x} {y}'.format_map(D(x=1)))
t('{x}'.format_map, {})
t('{}'.format_map, {'a': 1})
