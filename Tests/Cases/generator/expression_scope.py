# Generator expressions: the first iterable at once, the rest late; names; errors.
def say(x): print('say', x); return x
g = (say(i) + j for i in say([1, 2]) for j in say([10]))
print('made')
print(list(g))
try: (i for i in 5)
except TypeError as e: print(e)
h = (i for i in [1] for j in 5)
try: next(h)
except TypeError as e: print(e)
x = 1
k = (x for _ in range(2))
x = 2
print(list(k))
class A:
    v = 3
    try: got = list(v for _ in range(1))
    except NameError as e: got = str(e)
    first = list(i for i in range(v))
print(A.got, A.first)
print(sum(i * i for i in range(4)), (i for i in ()).__name__, type(g).__name__)
