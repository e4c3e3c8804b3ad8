# Coroutines and asynchronous generators driven by hand. Part 6.
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
async def ag():
    try:
        x = yield 1
        print('ag got', x)
        await Aw('inner')
        yield 2
    except ValueError as e: print('ag caught', e); yield 'exc'
    finally: print('ag fin')
async def useag():
    r = []
    async for v in ag(): r.append(v)
    a = ag(); r.append(await a.asend(None)); r.append(await a.asend('sent'))
    try: await a.asend(None)
    except StopAsyncIteration as e: r.append(('stop', e.args))
    a = ag(); await a.__anext__(); r.append(await a.athrow(ValueError('thrown'))); await a.aclose(); await a.aclose()
    a = ag(); await anext(a); await a.aclose()
    try: await anext(a)
    except StopAsyncIteration: r.append('closed')
    r.append(await anext(a, 'dflt'))
    return r
print(run(useag()))
