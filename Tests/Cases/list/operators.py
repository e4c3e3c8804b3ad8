# + * += *= in == < on lists, with other types and with themselves.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 2]
b = a
b += (3,); print(a, a is b)
b = b + [4]; print(a, b)
a *= 2; print(a); a *= 0; print(a)
a += 'xy'; a += {5: 6}; print(a, [0] * -1, 2 * [1], [[]] * 2, [1] + [2], [1, 2] == [1, 2.0], [1] < [1, 0], [] < [1], [1, 'a'] == [1, 'b'], [2] > [1, 5], 1 in [1.0], [1] != (1,))
for f in (lambda: [1] + (2,), lambda: [1] + 'a', lambda: [1] * 1.5, lambda: [1] * [1], lambda: [1] < (2,), lambda: [1] < ['a'], lambda: [1] - [1], lambda: [] + None, lambda: [1] * 2 ** 70):
    t(f)
def aug():
    x = [1]
    x += 5
t(aug)
r = []; r.append(r); print(r, r == r, [r] == [r])
t(lambda: r < [r])
