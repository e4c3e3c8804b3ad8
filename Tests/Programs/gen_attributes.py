# gi_ attributes, names and reprs of generators; generator as an iterator of itself.
def g(n):
    x = yield n
    yield x
a = g(1)
print(a.gi_frame is not None, a.gi_running, a.gi_yieldfrom, a.__name__, a.__qualname__, iter(a) is a)
print(next(a), a.send('v'), list(a), a.gi_frame)
e = (i for i in range(2))
print(e.__name__, next(e), next(e))
try:
    next(e)
except StopIteration as s:
    print(repr(s))
def ret():
    return 5
    yield
try:
    next(ret())
except StopIteration as s:
    print(repr(s), s.value)
def tuple_result():
    yield 1
    return (1, 2)
t = tuple_result()
next(t)
try:
    next(t)
except StopIteration as s:
    print(s.value)
