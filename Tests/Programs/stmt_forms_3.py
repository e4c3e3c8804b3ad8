# Statements: evaluation order, errors of operators, control flow. Part 3.
class Cmp:
    def __init__(s, n): s.n = n
    def __lt__(s, o): print('lt', s.n, o.n); return s.n < o.n
    def __eq__(s, o): print('eq', s.n); return NotImplemented
    def __bool__(s): print('bool'); return True
a, b, c = Cmp(1), Cmp(2), Cmp(3)
print(a < b < c, a < b > a if 0 else '', a == b, a != b, a > b, 1 < 2 < 3 < 1, 1 < 3 > 2, a is not b in [b])
print(not a, a and b and 5, a or b if 0 else '', (0 or [] or ''), (1 and 2 and 0))
for i in range(5):
    if i == 1: continue
    if i == 3: break
else: print('no')
while True:
    try: break
    finally: print('fin')
def rf():
    for i in range(3):
        try: return i
        finally: continue
    return 'end'
print(rf())
