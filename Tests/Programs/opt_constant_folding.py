# What could be folded at compile time gives what run time gives.
print(2 ** 100, 2 ** -2, -2 ** 2, (-2) ** 2, 7 // -2, -7 % 3, 1 / 3, 0.1 + 0.2, 10 ** 20 // 3, 1 << 70, -1 >> 3, ~0)
print('a' 'b' * 3, 'x' * 0, 'abc'[1], 'abc'[::-1], (1, 2) + (3,), (1, 2)[0], [1, 2][1], 'a' in 'abc', 3 in (1, 2, 3))
print(-0.0, 0.0 == -0.0, -0.0 + 0, 0 * -1.0, 1e308 * 10, -1e308 * 10, float('nan') == float('nan'), 1e16 + 1.0, 5 % -3.5)
print(True + 1, not 1, not (), True and 'x', None or 'y', 1 if '' else 2, 1 < 2 < 3, 1 == 1.0, 'a' == 1, True is True)
def unreachable(flag):
    if flag:
        return 1 // 0
    if 0:
        return undefined_in_dead_code
    while False:
        nothing()
    return 'fine'
print(unreachable(False))
try:
    unreachable(True)
except ZeroDivisionError as e:
    print(e)
def dead_after_return():
    return 1
    print('never')
def unused_results():
    1 + 1
    'text'
    [print('side effect'), 2][1]
    (lambda: print('never called'))
    len('abc')
    try:
        1 / 0
    except ZeroDivisionError:
        print('an unused division still raises')
    try:
        [][0]
    except IndexError:
        print('an unused index still raises')
    try:
        missing_name
    except NameError:
        print('an unused name still raises')
print(dead_after_return())
unused_results()
x = 5
if x == 5 and x != 6 and not x > 7:
    x = 'replaced'
print(x, round(2.5), round(-3.5), abs(-2**63), int(3.99), len((1, 2)), max(1, 2.0), min('b', 'a'), str(1.0), hash(2.0))
