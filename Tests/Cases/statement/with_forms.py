# with: several managers, order of exits, swallowing, errors in enter and exit, targets.
class M:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print('enter', self.name)
        if self.fail == 'enter': raise ValueError('enter ' + self.name)
        return self.name, 1
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v)
        if self.fail == 'exit': raise KeyError('exit ' + self.name)
        return self.swallow
with M('a') as (x, y), M('b') as z: print(x, y, z)
with (M('c', True), M('d') as q,): raise TypeError('body')
for make in (lambda: (M('e'), M('f', fail='enter')), lambda: (M('g', True), M('h', fail='exit')), lambda: (M('i', fail='exit'), M('j', fail='exit'))):
    a, b = make()
    try:
        with a, b: print('body')
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))
def f():
    for i in range(3):
        with M(i):
            if i == 1: continue
            if i == 2: return 'returned'
print(f())
class NoExit:
    def __enter__(self): pass
for bad in (5, NoExit(), type('E', (), {'__exit__': lambda *a: None})()):
    try:
        with bad: pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
d = {}
with M('k') as d['key'], M('l') as [p, d[0]]: pass
print(d, p)
