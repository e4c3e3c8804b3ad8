# What cannot be awaited, and how the message says it.
def run(c):
    try: c.send(None)
    except StopIteration as s: print('value', s.value)
    except Exception as e: print(type(e).__name__, e)
async def a(): await 5
async def b(): await f
async def f(): return 'f'
class NotIter:
    def __await__(self): return 5
class Coro:
    kept = f()
    def __await__(self): return self.kept
async def c(): await NotIter()
async def d(): await Coro()
async def e():
    x = f()
    print(await x)
    await x
async def g():
    async with 5: pass
async def h():
    async for x in [1]: pass
async def i():
    with Manager(): pass
class Manager:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return False
async def j():
    async with Manager() as m: return type(m).__name__
for x in (a, b, c, d, e, g, h, i, j): run(x())
Coro.kept.close()
