# Coroutines and asynchronous generators driven by hand. Part 7.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, '| cause', repr(e.__cause__), '| ctx', repr(e.__context__))
def run(c, sends=()):
    sends = list(sends); log = []
    try:
        v = c.send(None); 
        while True:
            log.append(v); v = c.send(sends.pop(0) if sends else None)
    except StopIteration as e: return log, e.value
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return ('res', r)
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1; await Aw(('tick', self.n)); return self.n
async def ag():
    try:
        x = yield 1
        print('ag got', x)
        await Aw('inner')
        yield 2
    except ValueError as e: print('ag caught', e); yield 'exc'
    finally: print('ag fin')
a = ag(); print(type(a), a.__name__, a.ag_running, a.ag_frame is not None, a.ag_await, a.ag_code.co_name); attempt(iter, a); attempt(next, a)
x = a.asend(5); attempt(x.send, None); x = a.asend(None); attempt(x.send, None); attempt(x.send, None)
async def agret():
    yield 1
    return
async def ag_stop():
    yield 1
    raise StopAsyncIteration
async def ag_stop2():
    yield 1
    raise StopIteration
async def collect(a): return [x async for x in a]
attempt(run, collect(ag_stop())); attempt(run, collect(ag_stop2())); print(run(collect(agret())))
async def co_stop(): raise StopIteration(3)
attempt(run, co_stop())
async def agexp(): 
    g = (x * 2 async for x in AI(2)); print(type(g).__name__)
    g2 = (await Aw(i) for i in range(2)); print(type(g2).__name__)
    return [x async for x in g], [x async for x in g2]
print(run(agexp()))
