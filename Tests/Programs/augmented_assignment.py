# Augmented assignment evaluates its target once, works in place where it can, and keeps aliases.
def index():
    print('index', end=' ')
    return 1
a = [1, 2, 3]
a[index()] += 10
print(a)
alias = a
a += [4]
print(alias is a, alias)
a = a + [5]
print(alias is a, alias)
t = (1, 2)
u = t
t += (3,)
print(t, u)
class Obj:
    def __init__(self): self.n, self.items = 0, []
    @property
    def me(self):
        print('me', end=' ')
        return self
o = Obj()
o.me.n += 5
o.me.items += [1]
o.items.append(2)
print(o.n, o.items)
x = 7
x += 1; x -= 2; x *= 3; x //= 4; x **= 2; x %= 10; x <<= 3; x |= 1; x ^= 5; x &= 0xff; x >>= 1
print(x)
x /= 4
print(x)
s = 'a'
s += 'b'
s *= 3
print(s)
d = {'n': 1}
d['n'] += 2**63
d['n'] *= d['n']
print(d)
try:
    d['missing'] += 1
except KeyError as e:
    print(repr(e))
try:
    undefined_name += 1
except NameError as e:
    print(e)
y = {1} 
y |= {2}
y -= {1}
print(y)
