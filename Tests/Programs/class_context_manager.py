# with: enter and exit order, swallowed exceptions, several managers, return from the body.
class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print('exit', self.name, t.__name__ if t else None, v, tb is not None)
        return self.swallow

with M('a') as x:
    print('body', x)
with M('b', True):
    raise ValueError('swallowed')
try:
    with M('c'):
        raise KeyError('k')
except KeyError as e:
    print('outside', e)
with M('d') as p, M('e', True) as q:
    print(p, q)
    1 / 0
with (M('f') as r, M('g')):
    print(r)

def early():
    with M('h'):
        return 'returned'
print(early())
for i in range(3):
    with M('loop' + str(i)):
        if i == 0:
            continue
        break
class NoExit:
    def __enter__(self): pass
class Nothing: pass
for cls in (NoExit, Nothing):
    try:
        with cls():
            print('never')
    except TypeError as e:
        print(e)
