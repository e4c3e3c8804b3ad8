# get, pop, popitem, setdefault, copy, clear and missing keys.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


d = {'a': 1, None: 2, (1, 2): 3}
print(d.get('a'), d.get('x'), d.get('x', 5), d.pop(None), d.pop('x', 'no'), d.setdefault('s', []), d.setdefault('s', 1), d.setdefault('n'), d.popitem(), d.copy() == d, d.copy() is d, d)
for f in (lambda: d['x'], lambda: d.pop('x'), lambda: {}.popitem(), lambda: d[[]], lambda: d.get([]), lambda: d.get(), lambda: d.pop(), lambda: d.setdefault(), lambda: d.get('a', b=1), lambda: {{}: 1}, lambda: d.pop('a', 1, 2), lambda: d[{1}], lambda: {}[()], lambda: {}['a', 'b'], lambda: {}[1.5]):
    t(f)
try:
    del d['zz']
except KeyError as e:
    print(repr(e), str(e), e.args)
