# min and max: keys, defaults, several arguments, errors, which one of equals.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(min(3, 1, 2), max([3, 1]), min('b', 'a'), max('abc'), min([], default=5), max((), default=None), max(1, 2, key=lambda x: -x), min(['bb', 'a', 'cc'], key=len), max([(1, 'a'), (1, 'b')], key=lambda p: p[0]), min([1, 1.0, True]), max([1, 1.0, True]), max({'a': 5, 'b': 1}, key={'a': 5, 'b': 1}.get), min(x for x in (4, 2)))
for f in (lambda: min(), lambda: min([]), lambda: max(5), lambda: min(1, 'a'), lambda: max([1, None]), lambda: min(1, 2, default=3), lambda: min([1], key=5), lambda: max(1, 2, foo=3), lambda: min([], key=len), lambda: max([1, 2], key=lambda x: 1 / 0)):
    t(f)
