# __iter__/__next__, iteration by __getitem__, and 'in' through both.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

class Squares:
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError
        return i * i

class Fresh:
    def __iter__(self): return iter((1, 2, 3))

print(list(Countdown(4)), sum(Countdown(10)), 3 in Countdown(5), max(Countdown(3)))
c = Countdown(3)
print(next(c), list(c), list(c), next(c, 'done'))
print(list(Squares()), 9 in Squares(), 10 in Squares(), [*Squares()], tuple(Squares()))
f = Fresh()
print(list(f), list(f), list(zip(f, f)), sorted(f, reverse=True))
a, b, c = f
print(a, b, c, dict(enumerate(Fresh())))
class NotIter:
    def __iter__(self): return 5
try:
    iter(NotIter())
except TypeError as e:
    print(e)
try:
    for x in object(): pass
except TypeError as e:
    print(e)
