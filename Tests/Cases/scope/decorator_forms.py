# Decorators: order, arguments, any expression, on classes and methods, losing and keeping names.
def tag(name):
    print('make', name)
    def deco(f):
        print('apply', name, f.__name__)
        return f
    return deco
@tag('a')
@tag('b')
def f(): pass
@(lambda c: setattr(c, 'marked', True) or c)
class K:
    @staticmethod
    @tag('s')
    def s(): return 's'
    @property
    @tag('p')
    def p(self): return 'p'
    @[tag][0]('list')
    def m(self): return 'm'
print(K.marked, K.s(), K().p, K().m())
def count(fn):
    def wrapper(*a, **k):
        wrapper.calls += 1
        return fn(*a, **k)
    wrapper.calls = 0
    return wrapper
@count
def add(a, b=1): return a + b
print(add(1), add(2, b=3), add.calls, add.__name__)
@len
@list
@str.upper
@lambda f: f.__name__
def five(): pass
print(five)
