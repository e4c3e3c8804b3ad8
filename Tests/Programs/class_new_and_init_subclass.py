# __new__, singletons, __init_subclass__, subclasses of builtins.
class Single:
    _one = None
    def __new__(cls, *args):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, *args): self.args = args

class Plugin:
    registry = {}
    def __init_subclass__(cls, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__] = cls
class One(Plugin): pass
class Two(Plugin, key='second'): pass

class Upper(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
    def shout(self): return self + '!'
class Stack(list):
    def push(self, x): self.append(x)
class Default(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v
class Money(int):
    def __str__(self): return '$%d' % int(self)
    def __add__(self, o): return Money(int(self) + o)

print(Single(1) is Single(2), Single._one.args, sorted(Plugin.registry))
u = Upper('abc')
print(u, u.shout(), type(u).__name__, type(u + 'x').__name__, u == 'ABC', len(u), isinstance(u, str))
s = Stack([1])
s.push(2)
print(s, len(s), type(s).__name__, s + [3])
d = Default(a=1)
print(d['a'], d['xy'], d, d.get('none'))
m = Money(5) + 7
print(m, m * 2, type(m).__name__, m + 1, f'{m}', [m])
