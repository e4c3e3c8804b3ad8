# Decorators: plain, with arguments, stacked, as classes; evaluated top to bottom, applied bottom up.
def trace(name):
    print('make', name)
    def decorate(f):
        print('apply', name, f.__name__)
        def wrapper(*args, **kwargs):
            print('enter', name)
            result = f(*args, **kwargs)
            print('leave', name)
            return result
        wrapper.__name__ = f.__name__
        return wrapper
    return decorate

@trace('outer')
@trace('inner')
def add(a, b=1):
    return a + b

print(add(2), add(2, b=5), add.__name__)

class Memo:
    def __init__(self, f):
        self.f = f
        self.cache = {}
    def __call__(self, n):
        if n not in self.cache:
            self.cache[n] = self.f(n)
        return self.cache[n]

@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(90), len(fib.cache))
registry = []
@registry.append
def registered(): pass
print(registered, len(registry))

def add_tag(cls):
    cls.tag = cls.__name__.upper()
    return cls
@add_tag
class Thing: pass
print(Thing.tag)
