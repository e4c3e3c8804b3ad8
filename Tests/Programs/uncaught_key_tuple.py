# Messages of uncaught errors with unusual arguments.
def f(d):
    return d[1, 'two']
try:
    f({})
except KeyError as e:
    raise ValueError('bad', e.args) from None
