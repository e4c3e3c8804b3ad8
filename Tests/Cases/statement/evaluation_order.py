# Order of evaluation: operands, calls, subscripts, assignment targets, dict displays, slices, augmented assignment.
def v(x):
    print(x, end=' ')
    return x
class L(list):
    def __getitem__(self, i): print('get', i, end=' '); return super().__getitem__(i)
    def __setitem__(self, i, x): print('set', i, end=' '); super().__setitem__(i, x)
l = L([0, 1, 2])
v(l)[v(1)] = v(5); print()
l[v(0)], l[v(1)] = v(7), v(8); print()
l[v(2)] += v(10); print(l)
{v('k1'): v('v1'), v('k2'): v('v2')}; print()
(lambda *a, **k: None)(v(1), *[v(2)], v(3), x=v(4), **{'y': v(5)}); print()
v(1) + v(2) * v(3) - v(4); print()
x = v('value') if v(False) else v('other'); print()
[v(i) for i in range(2) if v(True)]; print()
v(l)[v(0):v(2):v(1)]; print()
a = b = l[v(0)]; print(a, b)
(v('c'), v('d')) < (v('e'),); print()
f'{v(1)}{v(2):{v(3)}}'; print()
assert v(1), v('no'); print()
def deco(n): print('deco', n, end=' '); return lambda f: f
@deco(v(1))
@deco(v(2))
def f(a=v('d1'), *, b=v('d2')) -> v('r'): pass
print()
class K(v(object), metaclass=v(type)): pass
print()
