# Sets: operators, methods, frozenset, comparison, errors.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a.union([9], (10,)), a.intersection(b, [4]), a.difference([1], [2]), a.symmetric_difference([1, 7]))
print(a <= b, {3} < a, a >= {1, 2}, a == {4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([9]), {1} < {1}, set() <= a)
a.add(10)
a.add(10)
a.discard(99)
a.remove(1)
a.update([20, 30], {40})
print(a, len(a), 20 in a)
a &= {2, 3, 20}
a |= {5}
a -= {2}
a ^= {3, 6}
print(a, set(), bool(set()), set('aab') == {'a', 'b'}, {1, 1.0, True}, {0, False})
f = frozenset([1, 2])
print(f, {f: 'key'}[frozenset([2, 1])], f | {3}, type(f | {3}).__name__, {3} | f, f == {1, 2}, hash(f) == hash(frozenset({2, 1})), frozenset())
s = {7}
print(s.pop(), s, s.copy(), sorted({'x', 'y'} | {'z'}))
for g in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} | [2], lambda: {1} < 5, lambda: f.add(1), lambda: set(5), lambda: f[0], lambda: hash({1})):
    try:
        g()
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
