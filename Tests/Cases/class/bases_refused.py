# What may not stand among the bases.
def attempt(*bases):
    try:
        print(type('X', bases, {}))
    except TypeError as error:
        print(error)
attempt(5)
attempt(bool)
attempt(type(None))
attempt(range)
attempt(slice)
attempt(type(lambda: 0))
attempt(type(...))
attempt(int, str)
attempt(type((x for x in ())))
attempt(memoryview)
class S1: __slots__ = 'a',
class S2: __slots__ = 'b',
attempt(S1, S2)
try:
    class Y('text'): pass
except TypeError as error:
    print(error)
