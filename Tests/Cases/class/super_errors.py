# What super() says when it cannot work.
class A:
    def none(): return super()
    def gone(self):
        del self
        return super()
    def rebound(self):
        self = 5
        return super()
    def f(self): return 'f'
for call in (lambda: A.none(), lambda: A().gone(), lambda: A().rebound(), lambda: super(), lambda: super(5),
             lambda: super(A, 5), lambda: super(A, int), lambda: super(1, 2), lambda: super(A).f, lambda: super(A, A()).x):
    try:
        print(call())
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
