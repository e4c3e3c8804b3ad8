# __call__, __getattr__, __setattr__, __delattr__, __getattribute__.
class Multiplier:
    def __init__(self, k): self.k = k
    def __call__(self, x, *more, plus=0): return self.k * x + sum(more) + plus

class Lazy:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith('auto_'):
            value = name[5:].upper()
            setattr(self, name, value)
            return value
        raise AttributeError('no ' + name)

class Logged:
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)

class Intercept:
    y = 5
    def __getattribute__(self, name):
        return 'got ' + name if name != 'y' else object.__getattribute__(self, name)

m = Multiplier(3)
print(m(5), m(5, 1, 2, plus=10), list(map(m, [1, 2])), callable(m), callable(Lazy()))
z = Lazy()
print(z.real, z.auto_name, 'auto_name' in z.__dict__, hasattr(z, 'other'), getattr(z, 'other', 'default'))
try:
    z.other
except AttributeError as e:
    print(e)
g = Logged()
g.a = 1
g.a += 1
del g.a
i = Intercept()
i.z = 3
print(i.z, i.anything, i.y)
