# The traceback of an uncaught exception, through methods, lambdas and comprehensions.
class A:
    def run(self, n): return [self.step(i) for i in range(n)]
    def step(self, i): return (lambda k: 10 // (2 - k))(i)
print('before')
A().run(4)
