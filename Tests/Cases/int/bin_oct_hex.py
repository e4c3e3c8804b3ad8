# bin, oct, hex and their formats for both signs and objects with __index__.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
for n in (0, 1, -1, 10, -255, 2 ** 70, True):
    print(bin(n), oct(n), hex(n), f'{n:b} {n:#b} {n:o} {n:#o} {n:x} {n:#X} {n:_b} {n:c}' if 0 < n < 99 else '')
print(bin(I(5)), hex(I(-5)))
for f in (bin, oct, hex):
    t(f, 1.5)
    t(f, '1')
    t(f, I('x'))
