# add, remove, discard, pop, clear, updates, and change while iterating.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


s = {1}
s.add(2); s.add(1); s.discard(9); s.update([3], (4,), {5: 6}); s.difference_update([3]); s.intersection_update(range(5)); s.symmetric_difference_update({1, 10})
print(s, s.remove(10), s)
for f in (lambda: s.remove(99), lambda: set().pop(), lambda: s.add([]), lambda: s.remove([]), lambda: s.update(5), lambda: s.discard({}), lambda: s.remove({1}), lambda: frozenset().add):
    t(f)
print({1} in {frozenset([1])}, {frozenset([1])} - {frozenset([1])})
try:
    for x in s: s.add(x + 100)
except RuntimeError as e:
    print(e)
try:
    for x in s: s.remove(x)
except RuntimeError as e:
    print(e)
print({5}.pop(), s.clear(), s)
