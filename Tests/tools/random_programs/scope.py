"""What the generator of random programs knows while it writes a function: names in reach, their likely types, how deep it is.

Types are texts: int float bool str list[int] list[float] list[any] dict[str,int] dict[int,any] set[int] tuple any, or the
name of a generated class. A type is a wish, not a promise: one expression in twenty is of another type on purpose.
"""
import random

VALUE_TYPES = ['int', 'int', 'int', 'float', 'float', 'bool', 'str', 'list[int]', 'list[float]', 'list[any]',
               'dict[str,int]', 'dict[int,any]', 'set[int]', 'tuple', 'any']


class Signature:
    """A generated function: parameter names with types, how many have defaults, result."""

    def __init__(self, name, parameters, result, keyword_only=(), is_generator=False):
        self.name, self.parameters, self.result = name, parameters, result
        self.keyword_only, self.is_generator = list(keyword_only), is_generator


class ClassInfo:
    """A generated class: fields and methods with types; `base` is another ClassInfo or None."""

    def __init__(self, name, fields, methods, base=None, operators=()):
        self.name, self.fields, self.methods, self.base = name, fields, methods, base
        self.operators = set(operators) | (base.operators if base else set())


class World:
    """What a case has defined so far. `uid` makes its names unique in the file."""

    def __init__(self, seed, uid):
        self.random = random.Random(seed)
        self.uid = uid
        self.functions, self.classes = [], []
        self.counter = 0

    def fresh(self, prefix):
        self.counter += 1
        return '%s%d' % (prefix, self.counter)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def type(self):
        if self.classes and self.chance(15):
            return self.pick(self.classes).name
        return self.pick(VALUE_TYPES)

    def class_named(self, name):
        return next((c for c in self.classes if c.name == name), None)


class Scope:
    """Names of one function in the order of their binding; `loops` is the depth of loops around the running statement."""

    def __init__(self, world, parent=None):
        self.world, self.parent = world, parent
        self.names = dict(parent.names) if parent else {}
        self.own = set()
        self.loops = 0
        self.products = 0
        self.in_generator = False
        self.maybe_unbound = []

    def bind(self, name, kind):
        self.names[name] = kind
        self.own.add(name)

    def in_loop(self, names):
        """The scope with more names, inside a loop: for comprehensions."""
        inner = Scope(self.world, self)
        inner.loops, inner.products, inner.in_generator = self.loops + 1, self.products, self.in_generator
        for name, kind in names.items():
            inner.bind(name, kind)
        return inner

    def of_type(self, kind):
        return [n for n, k in self.names.items() if k == kind]
