# Async generators: asend, athrow, aclose, by hand.
def drive(awaitable):
    try:
        while True: awaitable.send(None)
    except StopIteration as s: return s.value
async def g():
    try:
        got = yield 1
        print('got', got)
        try: yield 2
        except KeyError: yield 'handled'
    finally: print('cleanup')
a = g()
print(drive(a.__anext__()), drive(a.asend('x')), drive(a.athrow(KeyError)))
drive(a.aclose())
try: drive(a.__anext__())
except StopAsyncIteration: print('over')
a = g()
try: drive(a.asend(5))
except TypeError as e: print(e)
async def total():
    return [x async for x in g() if x != 1], sum([x async for x in g()])
async def loop():
    async for x in g():
        print('loop', x)
    else: print('else')
drive(loop())
print(a.ag_running, a.__name__, type(a).__name__)
async def bad():
    yield 1
    raise StopAsyncIteration
b = bad(); drive(b.__anext__())
try: drive(b.__anext__())
except RuntimeError as e: print(e)
