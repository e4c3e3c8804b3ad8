# split and rsplit with a separator: empty parts, long separators, errors.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for s in ('', ',', 'a,b', ',a,,b,', 'a::b::c', 'aXXXb', 'é,一,é'):
    for sep in (',', '::', 'XX', 'é'):
        print(s.split(sep), s.rsplit(sep, 1), s.split(sep, 1), s.partition(sep), s.rpartition(sep))
for f, args in (('split', ('',)), ('split', (5,)), ('partition', ('',)), ('partition', ()), ('rpartition', (None,)), ('split', (',', 'a')), ('split', (',', 1.5)), ('rsplit', (b',',))):
    t(getattr('a,b', f), *args)
