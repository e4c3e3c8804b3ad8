# round() of ints with negative digits, half to even; with objects.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for n, d in ((15, -1), (25, -1), (35, -1), (-15, -1), (-25, -1), (1234, -2), (1250, -2), (1350, -2), (5, -1), (4, -1), (5, -5), (10 ** 30 + 5, -1), (7, 3), (7, 0)):
    print(round(n, d), end=' ')
print()
class R:
    def __round__(self, n='none'): return n
t(round, R())
t(round, R(), None)
t(round, R(), 2)
t(round, 'a')
t(round, 1, 'a')
t(round, 1, 1.5)
t(round)
t(round, number=2.5, ndigits=None)
