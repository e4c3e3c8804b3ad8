# __del__ runs when the last reference goes, can resurrect once, and its errors are only reported.
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    a = D('local')
    b = [D('in list')]
    b.pop()
    print('end of f')
f()
x = D('rebound')
x = D('second')
print('after')
del x
kept = []
class R:
    def __del__(self):
        print('resurrecting')
        kept.append(self)
r = R()
del r
print(len(kept))
kept.clear()
print('cleared')
class Bad:
    def __del__(self): raise ValueError('in del')
sys.unraisablehook = lambda u: print('unraisable', repr(u.exc_value), u.err_msg)
Bad()
print('end')
