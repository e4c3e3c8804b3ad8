# Equality and repr of nested lists; identity is tried first; recursive lists.
a = [1, [2, [3, {'k': (4,)}]]]
b = [1, [2, [3, {'k': (4,)}]]]
print(a == b, a is b, a != b, a == [1], [a] == [b], a[1] is b[1])
b[1][1][1]['k'] = (5,)
print(a == b, a, b)
class Never:
    def __eq__(self, o): return False
n = Never()
print(n == n, [n] == [n], n in [n], [n].index(n), [n].count(n), (n,) == (n,), {1: n} == {1: n})
r = [1]
r.append(r)
print(r, r[1][1] is r, len(r))
t = ([],)
t[0].append(t)
print(t)
x = [[0] * 3 for _ in range(2)]
x[0][0] = 'only one'
print(x)
try:
    [r] == [[1, r]]
    print('compared')
except RecursionError:
    print('recursion')
