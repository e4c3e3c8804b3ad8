# Lambdas with every parameter kind, nested lambdas and immediate calls.
add = lambda a, b=10, *rest, k=0, **kw: (a + b + sum(rest) + k, sorted(kw))
print(add(1), add(1, 2, 3, 4, k=5, z=6))
curry = lambda a: lambda b: lambda c: a * 100 + b * 10 + c
print(curry(1)(2)(3))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(25))
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)))
print((lambda x: (yield_ := x) + yield_)(4))
print([f(2) for f in [lambda x, n=n: x ** n for n in range(5)]])
pred = lambda x: x > 2 if x else None
print(pred(3), pred(1), pred(0))
