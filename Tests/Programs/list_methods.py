# Methods of list and their errors.
a = [3, 1, 2]
a.append(5)
a.extend('xy')
a.extend(range(2))
a.insert(0, 'first')
a.insert(-1, 'near end')
a.insert(100, 'last')
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a)
a.remove('x')
print(a, a.index(2), a.count(1), a.index('y', 3), 5 in a)
a.reverse()
print(a, a.copy() is a, a.copy() == a)
a.clear()
print(a, bool(a))
b = [1, 2] * 2 + [9]
b += (7, 8)
b *= 2
print(b, [0] * -1, [[]] * 2)
b[2] = 'set'
b[-1] = 'end'
del b[0], b[-2]
print(b)
shared = [[0] * 2] * 2
shared[0][0] = 1
print(shared, [1, 2] == [1, 2.0], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 99])
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [][0], lambda: [1].__setitem__(3, 0),
          lambda: [1].extend(5), lambda: [1].append(), lambda: [1].insert(0), lambda: [1].index(1, 1), lambda: [1].pop('a')):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    x = [1]
    x[4] = 5
except IndexError as e:
    print(e)
try:
    del x[4]
except IndexError as e:
    print(e)
