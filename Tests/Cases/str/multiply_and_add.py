# + and * of strings: zero, negative, wrong types, the reflected side.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print('ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, 'é' * 2, '' * 10 ** 9, 'a' + '', 'a' + 'é', 'ab' * True)
for f in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 1.5, lambda: 'a' * 'b', lambda: 'a' + b'b', lambda: 'a' + None, lambda: 'a' - 'b', lambda: 'a' % 'b', lambda: -'a', lambda: 'a' * 2 ** 70, lambda: 'ab' * 2 ** 62):
    t(f)
class R:
    def __radd__(self, other): return 'radd ' + other
    def __rmul__(self, other): return 'rmul ' + other
print('a' + R(), 'a' * R())
