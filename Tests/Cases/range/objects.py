# range: attributes, slicing, membership, equality, big bounds, errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for r in (range(5), range(2, 10, 3), range(10, 0, -3), range(0), range(5, 5), range(2 ** 70, 2 ** 70 + 3), range(-3, 3)):
    print(r, len(r), list(r), r[-1] if r else None, r[1:], r[::-1], 4 in r, 'a' in r, 4.0 in r, r.start, r.stop, r.step, r.count(4), r == range(r.start, r.stop, r.step), hash(r) == hash(range(r.start, r.stop, r.step)), bool(r), list(reversed(r)))
for f in (lambda: range(), lambda: range(1.5), lambda: range('a'), lambda: range(1, 2, 0), lambda: range(5)[5], lambda: range(5)['a'], lambda: range(5).index(9), lambda: len(range(2 ** 70)), lambda: range(1, 2, 3, 4), lambda: range(5) < range(6), lambda: range(5) + range(1), lambda: range(stop=5), lambda: range(None)):
    t(f)
try:
    range(5).start = 1
except AttributeError as e:
    print(e)
print(range(0, 10, 2) == range(0, 9, 2), range(0) == range(2, 1), range(10)[2:8:2], range(10).index(3), min(range(5, 0, -1)), sum(range(101)), range(True))
