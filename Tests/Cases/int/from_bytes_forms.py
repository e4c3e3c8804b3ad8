# from_bytes: sources, orders, signs.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for args, kw in (((b'\x01\x02', 'big'), {}), ((b'\x01\x02', 'little'), {}), ((b'\xff', 'big'), {'signed': True}), ((b'',), {}), (([1, 2, 3], 'big'), {}), ((bytearray(b'\x80\0'),), {'signed': True}),
                 ((range(3), 'little'), {})):
    t(int.from_bytes, *args, **kw)
for args in (('ab', 'big'), ([256], 'big'), (5, 'big'), (b'a', 'x'), ([-1],), (['a'],), ()):
    t(int.from_bytes, *args)
class My(int):
    def __new__(cls, value): return super().__new__(cls, value + 1)
print(type(My.from_bytes(b'\x05')), My.from_bytes(b'\x05'))
