# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 7.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', None))
v: int = 5
def up2(v): a, *b, c = v
for v in [(1,), 5, 'ab']: attempt(up2, v)
import builtins
builtins.custom = 7; print(custom); del builtins.custom
print = print; print('rebound')
len = lambda x: 'mylen'
print(len([])); del len; print(len([]))
if 1:
    def cond(): return 'c1'
else:
    def cond(): return 'c2'
print(cond())
x = 1
def delg():
    global x
    del x
delg(); attempt(lambda: x)
