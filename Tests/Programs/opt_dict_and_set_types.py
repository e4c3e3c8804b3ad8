# Dicts and sets whose keys and values change kind, and lookups that mix int, float, bool and str.
d = {1: 'a', 2: 'b'}
d[1.0] = 'float replaces'
d[True] = 'bool replaces'
d['1'] = 'text'
d[2**64] = 'big'
d[float(2**64)] = 'big float'
d[None] = 0
d[(1, 2)] = 1.5
d[-0.0] = 'zero'
d[0] = 'same zero'
print(d, len(d), d[2.0], 2 + 0j in d, '2' in d)
counts = {}
for w in ['a', 1, 'a', 1.0, None, True, (1,), (1.0,), '1']:
    counts[w] = counts.get(w, 0) + 1
print(counts)
def histogram(values):
    h = {}
    for v in values:
        if v in h:
            h[v] += 1
        else:
            h[v] = 1
    return h
print(histogram([3, 1, 3, 3]), histogram('hello'), histogram([1.5, 1.5, 2]), histogram([2**70, 2**70, -1]), histogram([(1, 'a'), (1, 'a')]))
totals = {'x': 0, 'y': 0}
for i in range(5):
    totals['x'] += 2**61
    totals['y'] += i if i < 3 else 0.5
print(totals)
nested = {}
for i in range(6):
    nested.setdefault(i % 2, {}).setdefault(i % 3, []).append(i)
print(nested)
s = {1, 2.0, 'a'}
s.add(1.0)
s.add(True)
s.discard(2)
print(len(s), 1 in s, 2.0 in s, 'a' in s, sorted(map(str, s)))
memo = {}
def ways(n, coins):
    key = (n, coins)
    if key not in memo:
        if n == 0:
            memo[key] = 1
        elif n < 0 or not coins:
            memo[key] = 0
        else:
            memo[key] = ways(n - coins[0], coins) + ways(n, coins[1:])
    return memo[key]
print(ways(100, (50, 25, 10, 5, 1)), len(memo))
