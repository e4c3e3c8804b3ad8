# type(name, bases, dict) and type(x): arguments and what they leave.
X = type('X', (int,), {'f': lambda self: self + 1, '__doc__': 'dd', '__module__': 'elsewhere'})
print(X(4).f(), X.__doc__, X.__module__, X.__qualname__, X)
def attempt(*a, **k):
    try:
        print(type(*a, **k))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
attempt()
attempt(1, 2)
attempt(5, (), {})
attempt('A', [], {})
attempt('A', (), [])
attempt('A', (), {}, {})
attempt('A\0b', (), {})
attempt('A', (), {}, x=1)
attempt('A', (), {'__qualname__': 5})
attempt(5, x=1)
X.__name__ = 'Renamed'
print(X, X.__qualname__)
for name in (5, 'a\0'):
    try:
        X.__name__ = name
    except (TypeError, ValueError) as error:
        print(error)
try:
    int.__name__ = 'x'
except TypeError as error:
    print(error)
