# Views: they follow the dict, act as sets, and keep order.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
d['c'] = 3; del d['a']
print(k, v, i, len(k), 'b' in k, 3 in v, ('b', 2) in i, ('b', 3) in i, list(reversed(d)), list(reversed(v)), list(reversed(i)), k & {'b', 'x'}, k | ['z'] == {'b', 'c', 'z'}, k - {'b'}, k ^ {'b', 'q'} == {'c', 'q'}, i & {('b', 2)}, k == {'b', 'c'}, k < {'b', 'c', 'd'}, k.isdisjoint('xy'), i.mapping, k.mapping['b'], v == v, d.values() == d.values())
for f in (lambda: k + k, lambda: v & {1}, lambda: k & 5, lambda: k[0], lambda: k.mapping.__setitem__('a', 1), lambda: hash(k), lambda: {1: []}.items() & {(1, 1)}, lambda: {1: []}.items() | set(), lambda: k < [1]):
    t(f)
