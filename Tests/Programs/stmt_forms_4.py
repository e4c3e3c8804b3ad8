# Statements: evaluation order, errors of operators, control flow. Part 4.
class Cmp:
    def __init__(s, n): s.n = n
    def __lt__(s, o): print('lt', s.n, o.n); return s.n < o.n
    def __eq__(s, o): print('eq', s.n); return NotImplemented
    def __bool__(s): print('bool'); return True
a, b, c = Cmp(1), Cmp(2), Cmp(3)
def rf2():
    try: return 'try'
    finally: return 'fin'
def rf3():
    try: raise ValueError
    finally: return 'swallow'
print(rf2(), rf3())
def rf4():
    while True:
        try: 1/0
        finally: break
    return 'broke'
print(rf4())
x = 5; x = x; del (x); 
[] = (); () = []; print('empty')
a = [1, 2, 3]; a[0], a[1] = a[1], a[0]; i = 0; i, a[i] = 1, 9; print(a)
(a, b), c = [1, 2], 3; print(a, b, c)
print(1 if 0 else 2 if 0 else 3, (lambda: (yield))().__class__.__name__ , [] is [], ... is Ellipsis)
print(0xff, 0o17, 0b11, 1_000, 1e3, .5, 5., 1j, 'a' "b" r'\n', b'\x41', '''tri
ple''', u'u', 'a\
b')
