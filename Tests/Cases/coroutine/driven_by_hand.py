# Coroutines driven by send, throw and close.
class Wait:
    def __init__(self, tag): self.tag = tag
    def __await__(self):
        got = yield self.tag
        return got * 2
async def f(n):
    total = 0
    for i in range(n):
        total += await Wait(i)
    return total
c = f(2)
print(c.send(None), c.send(5), c.cr_running, c.cr_await is not None)
try: c.send(6)
except StopIteration as s: print(s.value)
try: c.send(None)
except RuntimeError as e: print(e)
c = f(1)
try: c.send(1)
except TypeError as e: print(e)
c.close()
async def g():
    try: await Wait('x')
    except KeyError as e: return repr(e)
c = g(); c.send(None)
try: c.throw(KeyError('thrown'))
except StopIteration as s: print(s.value)
