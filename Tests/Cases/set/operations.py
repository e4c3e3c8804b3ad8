# Operators and methods of sets with sets and other iterables.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a < b, {2} < a, a <= a, a > {1}, a == {3, 2, 1}, a.union([9], 'x') == {1, 2, 3, 9, 'x'}, a.intersection([1, 5], {1}), a.difference([1], [2]), a.symmetric_difference([1, 9]), a.issubset(range(5)), a.issuperset([1]), a.isdisjoint('ab'), len(a), 2 in a, a | frozenset([7]), type(a | frozenset()), type(frozenset() | a), frozenset('ab') == set('ba'))
for f in (lambda: a | [1], lambda: a & 5, lambda: a < [1], lambda: a - 'a', lambda: a.union(5), lambda: {[]}, lambda: {{}}, lambda: a + b, lambda: a[0], lambda: set(5), lambda: set(1, 2), lambda: hash(a), lambda: a.issubset(5), lambda: {1} < 5, lambda: a.add(), lambda: frozenset([[]])):
    t(f)
a |= {5}; a &= {1, 5, 7}; a -= {7}; a ^= {1, 8}
print(a, a.copy() is a, frozenset(f := frozenset('a')) is f)
