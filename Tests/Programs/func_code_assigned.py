# Assigning __code__, making functions of code, code.replace, generators that await takes.
import types


def one(a=1):
    return 'one', a


def two(a=2):
    return 'two', a


def calls():
    return one()


print(calls())
one.__code__ = two.__code__
print(calls(), one.__name__, one.__code__ is not None, one.__code__ == two.__code__)


def outer(x):
    def inner():
        return x
    return inner


try:
    one.__code__ = outer(1).__code__
except ValueError as e:
    print(e)
try:
    one.__code__ = 5
except TypeError as e:
    print(e)
made = types.FunctionType(two.__code__, globals(), 'made', (7,))
print(made(), made.__name__, made.__qualname__)
inner = outer(3)
again = types.FunctionType(inner.__code__, globals(), closure=inner.__closure__)
print(again(), again.__code__.co_freevars, outer.__code__.co_cellvars)
for bad in [lambda: types.FunctionType(1, {}), lambda: types.FunctionType(inner.__code__, globals()),
            lambda: types.FunctionType(two.__code__, globals(), 5)]:
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


@types.coroutine
def waiting():
    got = yield 'waiting'
    return got


async def main():
    return await waiting()


c = main()
print(c.send(None), waiting.__code__.co_flags & 0x100)
try:
    c.send('value')
except StopIteration as e:
    print(e.value)
m = types.ModuleType('made', 'its doc')
m.x = 1
print(m, m.x, m.__doc__, sorted(vars(m)))
