# join: kinds of iterables, items that are no strings, and where the error says it is.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


print(','.join([]), ','.join(['a']), ','.join('abc'), ''.join(x for x in 'xyz'), 'é'.join(('a', 'b')), ','.join({'k': 1}), '-'.join(['', '', '']))
for args in ((['a', 1],), ([1],), (5,), ([b'a'],), (None,), (['a', None, 'b'],), (), ('a', 'b')):
    t(','.join, *args)
class S(str): pass
print(type(','.join([S('a')])), type(S(',').join(['a', 'b'])))
