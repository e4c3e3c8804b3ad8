# Subclasses of dict: __missing__, overridden methods and which builtins use them.
class D(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value
    def __setitem__(self, k, v):
        print('set', k)
        super().__setitem__(k, v)
    def __getitem__(self, k):
        return super().__getitem__(k)
d = D(a=1)
d['b'] = 2
d.update(c=3)
print(d['x'], d.get('y'), 'y' in d, d, d.setdefault('q', 7), D.fromkeys('z'), dict(d) == d, {**d} == dict(d), d.copy().__class__.__name__, sorted(d), '%(k)s' % d, d.pop('k'), isinstance(d, dict))
class R(dict):
    def __repr__(self): return 'R!'
    def __iter__(self): return iter(['fake'])
    def keys(self): return ['a']
r = R(a=1, b=2)
print(r, list(r), dict(r), {**r}, len(r), [*r], list(r.items()))
