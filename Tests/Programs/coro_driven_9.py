# Coroutines and asynchronous generators driven by hand. Part 9.
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
async def simple(): return 1
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1; await Aw(('tick', self.n)); return self.n
class AsyncProp:
    @property
    async def p(self): return 'prop'
    def __call__(self): return simple()
async def ap(): return await AsyncProp().p, await AsyncProp()()
print(run(ap()))
async def nested():
    async def inner(x): return x * 2
    return [await inner(i) for i in range(3)], await (lambda: inner(9))(), (await inner(1)) + (await inner(2)), f'{await inner(4)}', [i async for i in AI(1)] and await inner(0)
print(run(nested()))
print(type(simple().__await__()) if 0 else 'x')
