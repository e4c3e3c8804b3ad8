# An exception in __del__ is reported on stderr and ignored.
class D:
    def __init__(self, name): self.name = name
    def __del__(self):
        print('del', self.name)
        raise ValueError('in del of ' + self.name)
    def __repr__(self): return f'<D {self.name}>'

x = D('one')
del x
print('after one', flush=True)
def f():
    y = D('local')
    return 'result'
print(f(), flush=True)
try:
    z = D('in try')
    raise KeyError('k')
except KeyError as e:
    z = None
    print('still handling', repr(e), flush=True)
print('end')
