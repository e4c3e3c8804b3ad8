# A list that changes while it is iterated.
a = [1, 2, 3, 4]
for x in a:
    if x < 3: a.append(x + 10)
    if len(a) > 20: break
print(a)
a = [1, 2, 3, 4, 5, 6]
for x in a: a.remove(x)
print(a)
a = [3, 1, 2]
it = iter(a)
next(it); a.clear(); print(list(it)); a.extend([1, 2]); print(list(it))
a = [1, 2, 3]
r = reversed(a)
a.append(4); print(next(r)); a.clear(); print(list(r))
a = list(range(5))
print([a.pop() for _ in a], a)
