# Coroutines and asynchronous generators driven by hand. Part 5.
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
class CM:
    def __init__(self, sw=False): self.sw = sw
    async def __aenter__(self): print('aenter'); await Aw('enter'); return 'val'
    async def __aexit__(self, *a): print('aexit', a[0], a[1]); await Aw('exit'); return self.sw
class BadExit:
    async def __aenter__(self): return 5
    def __aexit__(self, *a): return 6
async def w6():
    async with BadExit(): pass
attempt(run, w6())
async def w7():
    async with BadExit(): 1/0
attempt(run, w7())
def w8():
    with CM(): pass
attempt(w8)
def w9():
    with 5: pass
attempt(w9)
class NoExit:
    def __enter__(self): pass
def w10():
    with NoExit(): pass
attempt(w10)
