# Coroutines and asynchronous generators driven by hand. Part 3.
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
class NoAiter: pass
async def l2():
    async for x in NoAiter(): pass
attempt(run, l2())
class BadAiter:
    def __aiter__(self): return 5
async def l3():
    async for x in BadAiter(): pass
attempt(run, l3())
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def l4():
    async for x in BadAnext(): pass
attempt(run, l4())
class CM:
    def __init__(self, sw=False): self.sw = sw
    async def __aenter__(self): print('aenter'); await Aw('enter'); return 'val'
    async def __aexit__(self, *a): print('aexit', a[0], a[1]); await Aw('exit'); return self.sw
async def w():
    async with CM() as v, CM() as q: print(v, q)
    async with CM(True): raise ValueError('sw')
    try:
        async with CM(): raise KeyError('ns')
    except KeyError as e: print('out', e)
    for i in range(2):
        async with CM(): 
            if i: break
            continue
    async with CM(): return 'ret'
print(run(w()))
