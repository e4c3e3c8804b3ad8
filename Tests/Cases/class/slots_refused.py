# Declarations of __slots__ that are no good.
def attempt(slots, bases=(), **more):
    try:
        print(type('X', bases, dict(more, __slots__=slots)).__slots__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
attempt('single')
attempt(('a', 'a b'))
attempt(5)
attempt((1, 2))
attempt(('a',), a=5)
attempt(('__dict__', '__dict__'))
attempt(('__dict__',), (type('D', (), {}),))
attempt(('x',), (int,))
attempt((), (int,))
attempt(('x',), (tuple,))
attempt(('x',), (list,))
attempt({'doc': 'text of doc'})
