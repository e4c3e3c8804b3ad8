# sum() of floats is compensated, and mixes with ints and others in order.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1, 0.1, 0.2]), sum((0.1, 2, True)), sum([0.1, 0.2, 0.3], 1), sum([1e308, 1e308, -1e308]), sum([0.1 + 0j, 0.2]))
class F(float):
    def __add__(self, other): return 'add'
    def __radd__(self, other): return 'radd'
print(sum([F(1.5)]), sum([1.0, F(2)]), sum([], 0.5), sum([-0.0]), sum([-0.0], -0.0))
t(sum, [1.0, 'a'])
t(sum, ['a'], 'b')
t(sum, [b'a'], b'')
t(sum, 5)
t(sum, [1], start=2.5)
