# What may stand behind * and ** in a call.
def f(*a, **k): return a, k
def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)
attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**{'a': 1}, **{'a': 2}))
attempt(lambda: f(a=1, **{'a': 2}))
attempt(lambda: f(*[1], *(2,), 3, *'ab', x=1, **{'y': 2}))
attempt(lambda: len(*[1, 2]))
attempt(lambda: print(*None))
attempt(lambda: f(**[('a', 1)]))
class M:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2
attempt(lambda: f(**M()))
attempt(lambda: dict(**{'a b': 1}))
