# bool is an int: arithmetic, bit operators keep bool, negation warns not at run time.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(True + True, True * 3, True & False, type(True & False), True | 2, type(True | 2), True ^ True, -True, +True, type(+True), True ** 2, True / 2, True // 2, divmod(True, 2))
print(bool([]), bool([0]), bool(''), bool(0.0), bool(None), bool(object()), True == 1, str(True), repr(False), int(True), float(True), f'{True:d} {True} {True:>6}')
class Z:
    def __bool__(self): return 'no'
class L:
    def __len__(self): return -1
class M:
    def __len__(self): return 2 ** 70
t(bool, Z())
t(bool, L())
t(bool, M())
t(bool, 1, 2)
t(type, 'B', (bool,), {})
t(lambda: not Z())
