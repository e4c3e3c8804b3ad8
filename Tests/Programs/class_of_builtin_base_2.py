# Subclasses of the builtin classes. Part 2.
class I(int):
    def __add__(self, o): return 'I+'
    def __repr__(self): return 'I(%d)' % int(self)
i = I(5); i.tag = 't'
class L(list):
    def __getitem__(self, i): return ('got', super().__getitem__(i))
    def append(self, x): super().append(x * 2)
l = L([1, 2]); l.append(3); l.extra = 1
print(l, l[0], [x for x in l], l + [1], type(l + [1]), sorted(l), l == [1, 2, 6], isinstance(l, list), len(l), l[0:2], list(l), *l)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T(1, 2, 3); t.k = 2
print(t, t.first, t[1:], type(t[1:]), t + (4,), hash(t) == hash((1, 2, 3)), t == (1, 2, 3), t < (2,)); a, *b = t; print(a, b)
class D(dict):
    def __missing__(self, k): return 'missing %r' % (k,)
    def __setitem__(self, k, v): super().__setitem__(k, (v,))
d = D(a=1); d['b'] = 2; d.x = 5
print(d, d['zz'], d.get('zz'), 'zz' in d, dict(d), d.copy(), type(d.copy()), D.fromkeys('ab'), {**d}, d | {'c': 1}, type(d | {}))
d.update(q=1); print(d); d.setdefault('w', 3); print(d)
class St(set):
    def add(self, x): super().add(x + 1)
st = St([1]); st.add(5); print(st, st | {9}, type(st | {9}), St() , type(st.copy()), frozenset(st) == st)
