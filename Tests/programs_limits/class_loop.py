# Classes made in a loop go when nothing uses them: memory stays flat, what they hold is finalised.
def resident():
    with open('/proc/self/statm') as f:
        return int(f.read().split()[1]) * 4096

class Held:
    gone = 0
    def __del__(self):
        Held.gone += 1

class Base:
    tag = 'base'

def once(i):
    class Local(Base):
        held = Held()
        __slots__ = ('a', 'b')
        def __init__(self, a):
            self.a = a
        def get(self):
            return super().tag + str(self.a)
    o = Local(i)
    assert o.get() == 'base%d' % i
    D = type('D%d' % i, (Local,), {'x': i, 'm': lambda self: self.x})
    d = D(5)
    d.z = 3
    assert d.m() == i and D.__mro__[1] is Local and D.__base__ is Local and type(d) is D
    assert D.__subclasses__() == [] and Local.__subclasses__() == [D]
    class E(Exception):
        pass
    try:
        raise E(i)
    except E as e:
        assert e.args == (i,)
    return d

for i in range(2000):
    once(i)
before = resident()
for i in range(10000):
    kept = once(i)
    class InLoop:
        def f(self):
            return i
    x = InLoop()
print('grown' if resident() - before > 16 << 20 else 'flat')
print(kept.a, kept.z, type(kept).__name__, type(kept).__mro__[2].tag, x.f())
print(Held.gone > 10000, len(Base.__subclasses__()) < 2000)
