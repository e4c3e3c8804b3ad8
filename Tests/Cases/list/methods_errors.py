# list methods with wrong arguments and values that are not there.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 2, 3, 2]
for f, args in (('index', (5,)), ('index', (2, 2)), ('index', (2, -1)), ('index', (1, 1, 2)), ('remove', (9,)), ('pop', (9,)), ('pop', (-5,)), ('pop', ('a',)), ('insert', ('a', 1)), ('insert', (1,)), ('extend', (5,)), ('append', ()), ('append', (1, 2)), ('count', ()), ('index', ('a', 'b')), ('reverse', (1,)), ('copy', (1,)), ('clear', (1,)), ('index', ())):
    t(getattr(a, f), *args)
t([].pop)
print(a.index(2), a.index(2, 2, 4), a.index(3, -3), a.count(2), a.insert(-100, 0), a.insert(100, 9), a, a.pop(), a.pop(-1), a.pop(0), a)
