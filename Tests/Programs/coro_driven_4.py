# Coroutines and asynchronous generators driven by hand. Part 4.
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
async def w2():
    async with 5: pass
attempt(run, w2())
class Half:
    async def __aenter__(self): pass
async def w3():
    async with Half(): pass
attempt(run, w3())
class SyncCM:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def w4():
    async with SyncCM(): pass
attempt(run, w4())
class BadEnter:
    def __aenter__(self): return 5
    def __aexit__(self, *a): return 6
async def w5():
    async with BadEnter(): pass
attempt(run, w5())
