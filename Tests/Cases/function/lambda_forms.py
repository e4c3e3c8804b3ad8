# Lambdas with every kind of parameter, nested and immediately called.
print((lambda: 1)(), (lambda *a, **k: (a, k))(1, x=2), (lambda a, /, b, *, c=3: (a, b, c))(1, b=2))
fs = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in fs], [f(10) for f in [lambda x: x + i for i in range(3)]])
print((lambda f: f(f, 5))(lambda self, n: 1 if n < 2 else n * self(self, n - 1)))
print((lambda x: (yield x))(3).__next__(), (lambda: 1).__name__, (lambda: 1).__qualname__)
print(sorted('bca', key=lambda c: -ord(c)), (lambda x: x if x else (lambda: 'empty')())(0))
