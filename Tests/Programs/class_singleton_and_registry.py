# Class-level registries, counters shared by subclasses, factory functions and callable classes.
class Base:
    registry = {}
    count = 0
    def __new__(cls, *args, **kwargs):
        obj = super().__new__(cls)
        cls.count += 1
        obj.serial = cls.count
        return obj
    @classmethod
    def register(cls, name):
        def wrap(sub):
            cls.registry[name] = sub
            sub.kind = name
            return sub
        return wrap
    @classmethod
    def make(cls, name, *args):
        try:
            return cls.registry[name](*args)
        except KeyError:
            raise ValueError(f'unknown kind {name!r}; known: {sorted(cls.registry)}') from None
@Base.register('circle')
class Circle(Base):
    def __init__(self, r): self.r = r
    def __repr__(self): return f'{self.kind}#{self.serial}({self.r})'
@Base.register('pair')
class Pair(Base):
    def __init__(self, a, b): self.a, self.b = a, b
    def __iter__(self): return iter((self.a, self.b))
made = [Base.make('circle', 1), Base.make('pair', 1, 2), Base.make('circle', 2.5)]
print(made[0], made[2], *made[1], Base.count, Circle.count, Pair.count, Base.registry is Pair.registry)
a, b = made[1]
print(a, b, [m.serial for m in made])
for args in (('square',), ('pair', 1), ('circle', 1, 2)):
    try:
        Base.make(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
