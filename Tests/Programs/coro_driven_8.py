# Coroutines and asynchronous generators driven by hand. Part 8.
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
async def simple(): return 1
async def ign():
    try: await Aw(1)
    except GeneratorExit: await Aw(2)
c = ign(); c.send(None); attempt(c.close)
async def fin():
    try: await Aw(1)
    finally: print('fin')
c = fin(); c.send(None); c.close()
c = fin(); c.send(None); attempt(c.throw, KeyError('k'))
async def reuse():
    c = simple(); await c
    await c
attempt(run, reuse())
import types
@types.coroutine
def old():
    r = yield 'old'; return r
async def useold(): return await old()
print(run(useold(), [7]))
async def selfawait():
    global me
    try: me.send(None)
    except ValueError as e: print(e)
me = selfawait(); run(me)
