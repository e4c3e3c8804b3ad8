# str.format: fields, attributes, items, auto numbering, errors.
class A:
    x = 'attr'
    def __getitem__(self, k): return k
print('{} {}'.format(1, 2), '{1} {0} {1}'.format('a', 'b'), '{a.x} {0[key]} {0[3]}'.format(A(), a=A()), '{:>{}}'.format('r', 4), '{!r:>5}'.format('q'), '{{{}}}'.format(5), '{0.x!r:_^8}'.format(A()), '{:{:}}'.format(5, 3))
print('{0[0]}{0[1]}'.format([1, 2]), '{a[b][c]}'.format(a={'b': {'c': 3}}), '{0.real}'.format(3), '{:%}'.format(0.5))
for fmt, args, kw in (('{', (), {}), ('}', (), {}), ('{}', (), {}), ('{0} {}', (1, 2), {}), ('{} {0}', (1, 2), {}), ('{a}', (), {}), ('{0.y}', (1,), {}), ('{0[a]}', ([1],), {}), ('{0[9]}', ([1],), {}), ('{!x}', (1,), {}), ('{!}', (1,), {}), ('{0!rr}', (1,), {}), ('{:d}', ('s',), {}), ('{0[}', (1,), {}), ('{0.}', (1,), {}), ('{:{:{}}}', (1, 2, 3), {}), ('{5}', (1,), {}), ('{-1}', (1,), {}), ('{ 0}', (1,), {}), ('{0[-1]}', ([1],), {}), ('{}}', (1,), {})):
    try: print(repr(fmt), fmt.format(*args, **kw))
    except Exception as e: print(repr(fmt), type(e).__name__, e)
print('{a}{b}'.format_map({'a': 1, 'b': 2}), type(str.format).__name__)
