# Methods of dict and their errors.
d = {'a': 1, 'b': 2}
d['c'] = 3
d.update(b=20, e=5)
d.update([('f', 6), ['g', 7]])
d.update({'h': 8})
print(d, len(d), d.get('a'), d.get('z'), d.get('z', 0), 'a' in d, 1 in d, d.setdefault('a', 9), d.setdefault('new', []), d.pop('b'), d.pop('zz', None))
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.popitem(), list(reversed(d)))
e = d.copy()
e['a'] = 'changed'
del e['c']
print(d['a'], e, d | {'x': 1}, {'a': 0} | {'a': 1}, dict.fromkeys('ab'), dict.fromkeys(range(2), 'v'), dict(a=1), dict([(1, 2)]), dict({3: 4}, b=5))
e |= {'z': 26}
e.clear()
print(e, bool(e), {1: 2} == {1.0: 2}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {1: 2} != {1: 3}, d.keys() & {'a', 'q'}, d.keys() >= {'a'}, ('a', 1) in d.items())
k = d.keys()
d['late'] = 1
print(k, len(k), d.values(), d.items())
for f in (lambda: d['none'], lambda: d.pop('none'), lambda: {}.popitem(), lambda: d.__delitem__('none'), lambda: dict([1]), lambda: dict(5), lambda: {[]: 1},
          lambda: dict(['abc']), lambda: d + d, lambda: {} < {}, lambda: d.update(5), lambda: d.get(), lambda: d[{}]):
    try:
        f()
    except (KeyError, TypeError, ValueError) as x:
        print(type(x).__name__, x)
