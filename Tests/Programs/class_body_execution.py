# A class body is executed: loops, conditions, prints, nested classes and functions using earlier names.
print('before')
class C:
    print('in body')
    total = 0
    for i in range(4):
        total += i
    if total > 5:
        def big(self): return 'big'
    else:
        def small(self): return 'small'
    table = {}
    def register(table, name):
        def wrap(f):
            table[name] = f
            return f
        return wrap
    @register(table, 'one')
    def f(self): return 1
    class Inner:
        x = 5
        class Deep:
            y = 6
    alias = f
print('after', C.total, C.i, hasattr(C, 'big'), hasattr(C, 'small'), list(C.table), C().alias(), C.Inner.x, C.Inner.Deep.y)
print(C.Inner.Deep.__qualname__, C.f.__qualname__)
def factory(n):
    class Local:
        value = n
        def get(self): return self.value + n
    return Local
A, B = factory(1), factory(2)
print(A().get(), B().get(), A is B, A.__qualname__, type(A()) is A)
X = type('X', (C,), {'extra': 42, 'f': lambda self: 'dynamic'})
print(X().extra, X().f(), X.__name__, X().big())
