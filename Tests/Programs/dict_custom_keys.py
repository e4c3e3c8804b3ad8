# Keys with __hash__ and __eq__ of their own; calls of them; collisions; changing equality.
class Key:
    def __init__(self, name, h): self.name, self.h = name, h
    def __hash__(self):
        log.append('hash ' + self.name)
        return self.h
    def __eq__(self, other):
        log.append('eq ' + self.name + ' ' + other.name)
        return self.name == other.name
log = []
a, b, c = Key('a', 1), Key('b', 1), Key('a', 1)
d = {a: 'A'}
print(log)
log.clear()
d[b] = 'B'
print(log)
log.clear()
print(d[c], a in d, len(d), log)
log.clear()
d[c] = 'C'
print(list(d.values()), d[a] is d[c], next(iter(d)) is a)
class BadHash:
    def __hash__(self): return 'x'
class Raises:
    def __hash__(self): raise ValueError('no hash today')
for bad in (BadHash(), Raises()):
    try:
        {bad: 1}
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class Same:
    def __hash__(self): return 7
s = {Same(): i for i in range(5)}
print(len(s), list(s.values()))
