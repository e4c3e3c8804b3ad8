# Finalisers show when references are dropped: temporaries, arguments, loops, generators.
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print('-' + self.name, end=' ')
    def me(self): return self
    def __add__(self, o): return R(self.name + o.name)
def take(r):
    print('took', r.name, end=' ')
def pass_on(r): return r
def loop():
    for i in range(2):
        r = R(f'loop{i}')
    print('after loop', end=' ')
def conditional(flag):
    r = R('a') if flag else R('b')
    if flag:
        r = None
    print('conditional', flag, end=' ')
def early(flag):
    r = R('early')
    if flag:
        return 'x'
    print('not early', end=' ')
def swap():
    a, b = R('s1'), R('s2')
    a, b = b, a
    del a
    print('deleted a', end=' ')
def container():
    items = [R('i0'), R('i1')]
    items[0], r = r_new(), items[0]
    print('replaced', end=' ')
    del r
    print('end container', end=' ')
def r_new(): return R('new')
for step in (lambda: take(R('temp')), lambda: R('m').me().name, lambda: (R('x') + R('y')).name, loop, lambda: conditional(True),
             lambda: conditional(False), lambda: early(True), lambda: early(False), swap, container, lambda: [R('l')][0].name, lambda: (R('t'), 1)[1],
             lambda: {'k': R('d')}.get('k').name, lambda: pass_on(pass_on(R('p'))).name, lambda: R('u') is None, lambda: [r.name for r in (R('c1'), R('c2'))]):
    result = step()
    print('=>', result)
def gen():
    r = R('g')
    yield r.name
    r = R('g2')
    yield r.name
for name in gen():
    print(name)
print('end')
