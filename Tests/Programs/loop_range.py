# range: all forms, negative steps, methods, slicing, comparison and errors.
print(list(range(5)), list(range(2, 8)), list(range(10, 0, -3)), list(range(0)), list(range(5, 2)), list(range(-3, 3, 2)))
r = range(10, 50, 5)
print(len(r), r[0], r[-1], r[2:5], r[::-1], r[1:100:2], 25 in r, 26 in r, r.index(30), r.count(10))
print(r.start, r.stop, r.step, r == range(10, 49, 5), range(0) == range(5, 5), bool(range(0)), hash(range(3)) == hash(range(3)))
print(repr(range(3)), str(range(1, 9, 2)), list(reversed(range(4))), sum(range(101)), max(range(7)), min(range(3, 9)))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(), lambda: r[100], lambda: r.index(3), lambda: range(1, 2, 3, 4)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
total = 0
for i in range(100, -100, -7):
    total += i
print(total, i)
