# StopIteration raised inside a generator becomes RuntimeError.
def g():
    yield 1
    raise StopIteration('inside')
it = g()
print(next(it))
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('payload')
try:
    next(It())
except StopIteration as e:
    print(e.value)
print(list(It()), next(It(), 'default'))
try:
    next(iter([]))
except StopIteration as e:
    print(repr(e), e.value)
