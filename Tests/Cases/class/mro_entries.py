# __mro_entries__ replaces bases that are no classes, and __orig_bases__ remembers them.
import types
class Stand:
    def __init__(self, *classes): self.classes = classes
    def __mro_entries__(self, bases):
        print('asked with', len(bases))
        return self.classes
class X(Stand(dict), Stand(), object): pass
print(X.__bases__, len(X.__orig_bases__))
class Wrong:
    def __mro_entries__(self, bases): return [dict]
try:
    class Y(Wrong()): pass
except TypeError as error:
    print(error)
try:
    type('Z', (Stand(int),), {})
except TypeError as error:
    print(error)
print(types.resolve_bases((Stand(int, str), list)))
