# Annotations are evaluated where they stand and change nothing.
def say(x):
    print('evaluated', x)
    return x
def f(a: say('a') = say('default'), *args: say('args'), b: say('b'), **kw: say('kw')) -> say('return'): return a
print(f.__annotations__)
print(f(5, b='any'))
class A:
    x: say(int)
    y: say(str) = say('value')
    (z): say('not stored') = 3
print(A.__annotations__, hasattr(A, 'x'), A.z)
def g():
    local: say('never') = 1
    other: undefined_name
    return local
print(g())
v: int = 'text'
print(v, __annotations__)
try:
    def h(a: missing): pass
except NameError as error:
    print(error)
