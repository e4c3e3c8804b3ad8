# super() through three levels, in classmethods and with explicit arguments.
class A:
    def greet(self, log):
        log.append('A')
        return log
    @classmethod
    def create(cls):
        return ['A.create', cls.__name__]

class B(A):
    def greet(self, log):
        log.append('B before')
        super().greet(log)
        log.append('B after')
        return log
    @classmethod
    def create(cls):
        return super().create() + ['B.create']

class C(B):
    def greet(self, log):
        log.append('C')
        return super().greet(log)
    def skip(self, log):
        return super(B, self).greet(log)
    @classmethod
    def create(cls):
        return super().create() + ['C.create']

print(C().greet([]), C().skip([]), C.create(), B.create())
try:
    class D(A):
        def f(self):
            return super().missing
    D().f()
except AttributeError as e:
    print(e)
