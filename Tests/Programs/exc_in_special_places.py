# Exceptions raised in operators, properties, iteration, comprehensions, defaults and conditions.
class Bad:
    def __add__(self, o): raise ValueError('add')
    def __eq__(self, o): raise ValueError('eq')
    def __bool__(self): raise ValueError('bool')
    def __len__(self): raise ValueError('len')
    def __getitem__(self, i): raise ValueError('getitem')
    def __call__(self): raise ValueError('call')
    def __repr__(self): raise ValueError('repr')
    def __hash__(self): raise ValueError('hash')
    def __contains__(self, x): raise ValueError('contains')
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never')
    def __iter__(self): raise ValueError('iter')
    @property
    def p(self): raise ValueError('property')

b = Bad()
def w():
    with b: pass
def cond():
    if b: return 1
def loop():
    for x in b: pass
cases = [lambda: b + 1, lambda: b == 1, cond, lambda: len(b), lambda: b[0], lambda: b(), lambda: str(b), lambda: {b},
         lambda: 1 in b, w, loop, lambda: b.p, lambda: [x for x in b], lambda: [b] == [1], lambda: f'{b}', lambda: not b,
         lambda: b and 1, lambda: 5 in [1, b], lambda: sorted([b, b], key=lambda x: x + 1), lambda: {b: 1},
         lambda: list(map(lambda x: x(), [b])), lambda: max([1, 2], key=lambda x: b[x]), lambda: sum(b), lambda: print(*b)]
for i, f in enumerate(cases):
    try:
        f()
    except ValueError as e:
        print(i, e)
