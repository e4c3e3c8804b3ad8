# Comparisons of ints with other types: equality is False, order raises.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for other in (1.0, '1', None, [1], 1j, True, 2 ** 70, float('nan'), float('inf')):
    print(1 == other, 1 != other)
    t(lambda: 1 < other)
    t(lambda: other >= 1)
print(2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 10 ** 400 > 1e308, -10 ** 400 < float('-inf'), 10 ** 400 < float('inf'))
