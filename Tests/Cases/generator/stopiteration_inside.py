# StopIteration inside a generator becomes RuntimeError; through next() in expressions as well.
def a(): yield next(iter([]))
def b():
    yield 1
    raise StopIteration(5)
for f in (a, b):
    try: print(list(f()))
    except RuntimeError as e: print(e, repr(e.__cause__), e.__context__ is e.__cause__)
print([*map(lambda i: next(i, 'd'), [iter([1]), iter([])])])
def stop(x): raise StopIteration('from map')
print(list(map(stop, [1, 2])))
try: [stop(1) for _ in [1]]
except StopIteration as e: print('list', e)
try: list(stop(1) for _ in [1])
except RuntimeError as e: print(e)
