# Asynchronous comprehensions and generator expressions.
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as s: return s.value
async def count(n):
    for i in range(n): yield i
async def double(x): return x * 2
async def main():
    a = [x async for x in count(3)]
    b = {x: await double(x) async for x in count(3) if x}
    c = {await double(x) for x in [1, 2]}
    d = [y async for x in count(2) for y in [x, x * 10]]
    e = (x async for x in count(2))
    f = [x async for x in e]
    g = [[z async for z in count(y)] for y in [1, 2]]
    h = await double(3) if await double(0) else [await double(i) for i in range(2)]
    return a, b, c, d, f, g, h, type(e).__name__
print(drive(main()))
