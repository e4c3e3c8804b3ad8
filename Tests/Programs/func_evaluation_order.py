# Operands, arguments, keys, values and targets are evaluated in CPython's order.
def t(x):
    print('eval', x)
    return x

def f(*args, **kwargs):
    return args, kwargs

print(f(t(1), *t([2, 3]), k=t(4), **t({'m': 5})))
print({t('a'): t(1), t('b'): t(2)})
print(t(1) + t(2) * t(3))
print(t(1) < t(2) < t(3), t(3) < t(2) < t(1))
d = {}
d[t('key')] = t('value')
x = t([0, 0])[t(1)] = t(9)
t(d)[t('n')] = 0
d['n'] += t(5)
print(d, x)
print(t(0) or t('') or t('last'), t(1) and t(0) and t(2))
print(t('yes') if t(True) else t('no'))
