# Builtin classes cannot be changed.
def attempt(f):
    try:
        f()
        print('fine')
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
attempt(lambda: setattr(int, 'x', 1))
attempt(lambda: delattr(str, 'upper'))
attempt(lambda: setattr(list, '__len__', 1))
attempt(lambda: setattr(object, 'x', 1))
attempt(lambda: setattr(5, 'x', 1))
attempt(lambda: setattr('s', 'upper', 1))
attempt(lambda: setattr(object(), 'x', 1))
attempt(lambda: delattr([], 'append'))
attempt(lambda: [].nothing)
attempt(lambda: setattr((lambda: 0), 'x', 1))
attempt(lambda: setattr(len, 'x', 1))
attempt(lambda: int.__dict__.update(a=1))
attempt(lambda: int.__dict__.__setitem__('a', 1))
