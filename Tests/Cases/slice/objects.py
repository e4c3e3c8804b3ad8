# slice objects: attributes, indices, comparison, hashing, repr.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for args in ((5,), (1, 5), (1, 5, 2), (None,), (None, None, -1), (-3, None), ('a', 'b')):
    s = slice(*args)
    print(s, s.start, s.stop, s.step, s == slice(*args))
    t(s.indices, 10)
for n in (0, 5, 2 ** 70):
    print(slice(None, None, -1).indices(n), slice(-2, 100).indices(n), slice(3, -3, 2).indices(n))
for f in (lambda: slice(1).indices(-1), lambda: slice(1, 2, 0).indices(5), lambda: slice(1).indices('a'), lambda: slice(), lambda: slice(1) < slice('a'), lambda: slice(1, 2, 3, 4), lambda: slice(1).start.x):
    t(f)
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 'a'}[slice(1)], slice(1) < slice(2))
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1], g[1:2], g[:], g[1:2, 3], g[...], g[1:2:3, ::-1], g[()], g[1,], g[a := 5], a)
