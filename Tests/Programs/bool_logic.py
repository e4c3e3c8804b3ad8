# and, or, not: values, short circuit, chains, conditional expressions.
def t(v):
    print('t', v, end='; ')
    return v
print(t(1) and t(2), t(0) and t(2), t(0) or t('x'), t('') or t([]) or t(None), t(1) or t(2))
print(not 1, not '', not not [0], 1 and 2 or 3, 0 and 2 or 3, None or 0, '' and 1, [] or {} or 'end')
x = 5
print(x if x > 3 else -x, 'a' if x < 3 else 'b' if x < 6 else 'c', (x > 3) + (x > 4) + (x > 5), True == 1, True is True, None is None)
if not x == 5 or x and x > 10:
    print('never')
elif x in (1, 5) and not (x != 5):
    print('elif')
else:
    print('else')
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 > 1 > 0, 1 < 2 > 1, 1 != 2 != 1, 5 in [5] == True, 1 < t(2) < t(1) < t(3))
a = b = None
print(a is b, a is not None, not a is None, bool(a), a == b)
def value(v):
    return v and v[0] or 'default'
print(value(''), value('xy'), value([]), value([0]))
