# Subclasses of float: attributes, conversions and results of arithmetic.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class Meters(float):
    unit = 'm'
    def __new__(cls, value, note=''):
        self = super().__new__(cls, value)
        self.note = note
        return self
m = Meters('2.5', 'wall')
print(m, m + 1, type(m + 1), m.note, m.unit, m == 2.5, hash(m) == hash(2.5), m.is_integer(), f'{m:.2f}', float(m), type(float(m)), [m], round(m), m.__class__.__name__, -m, m // 1, isinstance(m, float))
t(lambda: Meters('x'))
t(lambda: float.__new__(int, 5))
t(lambda: Meters.fromhex('0x1p1').note)
