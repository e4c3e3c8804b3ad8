# to_bytes: lengths, orders, signs and what does not fit.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for n, args, kw in ((1, (2, 'big'), {}), (1, (2, 'little'), {}), (-1, (2, 'big'), {'signed': True}), (0, (0, 'big'), {}), (255, (), {}), (1024, (4,), {}),
                    (2 ** 64, (9, 'little'), {}), (-128, (1,), {'signed': True})):
    t(n.to_bytes, *args, **kw)
for n, args, kw in ((256, (1, 'big'), {}), (-1, (2, 'big'), {}), (128, (1, 'big'), {'signed': True}), (1, (-1, 'big'), {}), (1, (2, 'middle'), {}), (1, ('2', 'big'), {}),
                    (0, (0,), {}), (1, (0,), {})):
    t(n.to_bytes, *args, **kw)
