# An exception raised 500,000 calls deep unwinds to its handler.
import sys
sys.setrecursionlimit(10**6)

def down(n):
    if n == 0:
        raise ValueError('at the bottom')
    return down(n - 1) + 1

try:
    down(500000)
except ValueError as e:
    print(e)
    depth = 0
    tb = e.__traceback__
    while tb is not None:
        depth += 1
        tb = tb.tb_next
    print(depth)
