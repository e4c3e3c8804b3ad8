# Left to right everywhere, with CPython's exceptions to it.
log = []
def t(x):
    log.append(x)
    return x
def show():
    print(log)
    log.clear()
t(1) + t(2) * t(3); show()
[t(1), *[t(2)], t(3)]; show()
{t('k'): t('v'), **{t('k2'): t('v2')}}; show()
d = {}
d[t('index')] = t('value'); show()
t(print)(t(''), sep=t(' '), *[t('')]); show()
x = [0, 0]
x[t(0)], x[t(1)] = t(5), t(6); show()
t(1) < t(2) < t(0) < t(9); show()
t(0) or t(1) and t(0) or t(5); show()
(t('then') if t(True) else t('else')); show()
x[t(0)] += t(1); show()
lambda a=t('default'): t('body'); show()
f'{t(1)}{t(2)!r:{t(5)}}'; show()
x[t(0):t(1)]; show()
assert t(1), t('not evaluated'); show()
del x[t(0)]; show()
