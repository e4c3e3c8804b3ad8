# Unpacking into names, nested, starred, and its errors.
a, (b, *c), *d = 1, 'xyz', 4, 5
print(a, b, c, d)
[p, q], r = (1, 2), 3
*s, = 'ab'
(u), = [9]
for i, (j, *k) in enumerate([(1, 2, 3), 'x']): print(i, j, k)
print(p, q, r, s, u, [*range(3), *'ab', *[]], (*(), 1), {*[1], *{2}}, {**{'a': 1}, 'b': 2, **{'a': 3}})
for text in ('few', 'many', 'none', 'star', 'type'):
    try:
        if text == 'few': a, b, c = 1, 2
        elif text == 'many': a, b = 1, 2, 3
        elif text == 'none': a, b = []
        elif text == 'star': a, *b, c, d = 1, 2
        else: a, b = 5
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
x = [0, 1]
i = 0
i, x[i] = 1, 'set'
print(i, x)
