# Augmented assignment: attributes, items, properties, slots, globals, and objects that return others.
class A:
    cls = 10
    def __init__(self): self.x = 1; self._p = 5
    @property
    def p(self): print('get', end=' '); return self._p
    @p.setter
    def p(self, v): print('set', v, end=' '); self._p = v
    def __iadd__(self, o): return 'replaced'
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return 'sub'
    def __imul__(self, o): raise ValueError('imul')
a = A()
a.x += 1; a.p += 2; a.cls += 1; a.p **= 2
print(a.x, a._p, a.cls, A.cls)
b = a; b += 1; c = a; c -= 1
print(b, c)
for f in (lambda: exec_it('*'), lambda: exec_it('/'), lambda: exec_it('@')):
    def exec_it(op):
        d = A()
        if op == '*': d *= 2
        elif op == '/': d /= 2
        else: d @= 2
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
d = {'n': [1]}
d['n'] += [2]; d['n'] *= 2
x = y = [1]; x += [2]; x = x + [3]
print(d, x, y)
s = 'a'; s += 'b'; s *= 3; n = 7; n //= 2; n <<= 3; n |= 1; n ^= 5; n %= 7; n **= 3; n >>= 1; n &= 12; n -= 20; n /= 4; n @= type('M', (), {'__rmatmul__': lambda s, o: 'rm %s' % o})()
print(s, n)
