# __getattribute__ sees everything but implicit special methods; __getattr__ follows an AttributeError.
class A:
    x = 1
    def __getattribute__(self, name):
        if name == 'forbidden': raise AttributeError('hidden')
        if name == 'broken': raise KeyError(name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        print('fallback for', name)
        return name * 2
    def __len__(self): return 4
a = A()
print(a.x, a.forbidden, a.missing, len(a))
try:
    a.broken
except KeyError as error:
    print(repr(error))
a.__len__ = lambda: 99
print(len(a), a.__len__())
print(hasattr(a, 'zz'), getattr(a, 'forbidden', 'default'))
class B:
    @property
    def p(self): return self.gone
    def __getattr__(self, name): return 'got ' + name
print(B().p)
class C:
    @property
    def p(self): raise AttributeError('inside property')
try:
    C().p
except AttributeError as error:
    print(error, error.name)
