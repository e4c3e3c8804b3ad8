# What a generator holds is released when it ends, is closed, or dies.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g(tag):
    d = D(tag)
    yield 1
    yield 2
a = g('exhausted')
print(list(a))
b = g('closed'); next(b); b.close()
c = g('dropped'); next(c); del c
d = g('unstarted'); del d
def raising():
    d = D('raised')
    yield 1
    raise KeyError
e = raising()
try: list(e)
except KeyError: pass
print('end')
