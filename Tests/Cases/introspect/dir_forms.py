# dir() of instances, classes, modules, with __dir__, and without an argument.
def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    y = 1
    def b(self): pass
    def __init__(self): self.x = 1
class B(A):
    def c(self): pass
def own(o): return [n for n in dir(o) if not n.startswith('__')]
print(own(A()), own(B), own(B()))
class D:
    def __dir__(self): return ['z', 'a', 'm']
class E:
    def __dir__(self): return 5
class F:
    def __dir__(self): return [3, 'a']
print(dir(D()))
t(dir, E())
t(dir, F())
t(dir, 1, 2)
def f(p):
    q = 1
    return dir()
print(f(0), '__name__' in dir(), [n for n in dir(5) if 'bit' in n], 'upper' in dir('') and 'append' in dir([]), [n for n in dir(type) if n == 'mro'], dir(A) == sorted(dir(A)))
s = type('S', (), {'__slots__': ('u', 'v')})()
s.u = 1
print(own(s))
