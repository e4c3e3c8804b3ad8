# ExceptionGroup: subgroup, split, derive, nesting, refusals.
g = ExceptionGroup('g', [ValueError(1), ExceptionGroup('inner', [KeyError(2), ValueError(3)]), TypeError(4)])
print(repr(g.subgroup(ValueError)))
print(g.split((KeyError, TypeError)))
print(g.subgroup(lambda e: isinstance(e, ExceptionGroup)) is g, g.subgroup(OSError), g.split(OSError)[1] is g)
print(g, g.message, len(g.exceptions), type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
class My(ExceptionGroup):
    def derive(self, excs): return My(self.message + '!', excs)
m = My('my', [ValueError(1), KeyError(2)])
m.add_note('noted')
a, b = m.split(KeyError)
print(repr(a), repr(b), a.__notes__)
for args in ((), ('m',), ('m', []), (5, [ValueError()]), ('m', [5]), ('m', 5), ('m', [KeyboardInterrupt()])):
    try: print(ExceptionGroup(*args))
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
try: g.subgroup(5)
except TypeError as error: print(error)
try: g.message = 'new'
except AttributeError as error: print(error)
