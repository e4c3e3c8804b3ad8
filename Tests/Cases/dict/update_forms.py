# update, |, |=, fromkeys, constructor: every source and its errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


d = {'a': 1}
d.update(b=2); d.update({'c': 3}, d=4); d.update([('e', 5), ['f', 6], 'gh']); d.update(); d |= {'a': 0}; d |= [('z', 26)]
class M:
    def keys(self): return ['m1', 'm2']
    def __getitem__(self, k): return k.upper()
d.update(M())
print(d, dict(M()), dict([(1, 2)], x=3), dict(a=1), dict({'a': 1}, a=2), {'a': 1} | {'b': 2}, dict.fromkeys('ab'), dict.fromkeys([1, 2], []), dict(zip('ab', (1, 2))))
for f in (lambda: d.update(5), lambda: d.update([1]), lambda: d.update(['abc']), lambda: d.update([(1, 2, 3)]), lambda: dict(5), lambda: dict([1, 2]), lambda: dict('ab'), lambda: {} | [1], lambda: {} | 5, lambda: d.update({}, {}), lambda: dict(**{1: 2}), lambda: dict.fromkeys(5), lambda: dict.fromkeys([[]]), lambda: d.update([([], 1)]), lambda: dict(None)):
    t(f)
