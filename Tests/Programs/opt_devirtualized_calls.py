# Method calls through base classes, late subclasses, instance attributes and changed classes.
class A:
    def who(self): return 'A'
    def call(self): return self.who()
    step = 1
    def go(self, n):
        t = 0
        for _ in range(n):
            t += self.step
        return t
def ask(objects): return ' '.join(o.call() for o in objects)
items = [A(), A()]
print(ask(items))
class B(A):
    def who(self): return 'B'
items.append(B())
print(ask(items))
items[0].who = lambda: 'own'
print(ask(items))
def make():
    class C(B):
        step = 2.5
        def who(self): return 'C' + super().who()
    return C()
items.append(make())
print(ask(items), [o.go(4) for o in items])
items[1].__class__ = B
print(ask(items))
B.step = 7
print([o.go(4) for o in items])
class Other:
    def call(self): return 'duck'
    def go(self, n): return n
items.append(Other())
print(ask(items), [o.go(1) for o in items])
class P(A):
    @property
    def step(self): return 100
print(P().go(2))
class G(A):
    def __getattribute__(self, name):
        return (lambda: 'intercepted') if name == 'who' else super().__getattribute__(name)
print(G().call(), G().go(2))
A.who = lambda self: 'A2'
print(ask(items))
try:
    B.call = None
    ask(items)
except TypeError as e:
    print(e)
