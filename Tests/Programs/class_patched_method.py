# A method replaced at run time after hot use; instance attributes that shadow methods.
class Counter:
    def __init__(self): self.n = 0
    def step(self): self.n += 1

class Sub(Counter): pass

def run(c, times):
    for _ in range(times):
        c.step()
    return c.n

c = Counter()
s = Sub()
print(run(c, 1000), run(s, 1000))
def by_ten(self): self.n += 10
Counter.step = by_ten
print(run(c, 1000), run(s, 1000))
Sub.step = lambda self: setattr(self, 'n', self.n - 1)
print(run(c, 10), run(s, 10))
c.step = lambda: print('own step')
run(c, 2)
del c.step
print(run(c, 1))
del Sub.step
print(run(s, 1))
del Counter.step
try:
    run(c, 1)
except AttributeError as e:
    print(e)
Counter.__len__ = lambda self: self.n
print(len(s), bool(Counter()))
s.__class__ = Counter
print(type(s).__name__)
