# Which names evaluated code sees and binds: given dicts, mappings, function locals, class bodies, builtins of its own.
import sys

x = 'global'


def function(a):
    b = a + 1
    seen = eval('a, b, x')
    exec('b = 99; c = 1')
    return seen, b, sorted(locals())


print(function(1))


class Body:
    y = 2
    exec('z = y + 1')
    w = eval('z * 2')


print(Body.z, Body.w)
g = {'x': 'given'}
exec('def f(): return x\nclass K:\n    v = x\n    def m(self): return x, __class__.__name__', g)
print(g['f'](), g['K'].v, g['K']().m(), g['f'].__globals__ is g, '__builtins__' in g)
exec('global counter\ncounter = 5\nlocal = 6', globals(), ns := {})
print(counter, ns)


class Mapping(dict):
    def __missing__(self, key):
        return 'missing ' + key


print(eval('p, q', {}, Mapping(p=1)))
try:
    eval('len(x)', {'__builtins__': {}, 'x': [1]})
except NameError as e:
    print(e)
for bad in [lambda: eval('1', 5), lambda: eval('1', {}, 5), lambda: exec('1', 5), lambda: eval(5), lambda: exec(None),
            lambda: compile('1', 'f', 'mode'), lambda: compile(5, 'f', 'exec'), lambda: eval('1', [1])]:
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
code = compile('import sys as s\nfrom math import *\nn = floor(2.5)\n[i * n for i in range(3)]', 'file', 'exec')
space = {}
exec(code, space)
print(space['n'], space['s'] is sys, code.co_filename, code.co_name)
exec(compile('1 + 1; "text"; None; [x]', 'console', 'single'))
exec(compile('for i in range(2): i\n', 'console', 'single'))
print(eval(b'x'), eval('  x'), eval('(lambda: x)()'), eval('[x for _ in "ab"]'))
v: int = 1
exec('w: str = "a"')
print(__annotations__)
