# __class__ in methods refers to the class being made, even after it was rebound or decorated away.
def replace(cls): return 'replaced'
@replace
class A:
    def who(self): return __class__.__name__
    keep = who
    made = []
    made.append(who)
print(A)
class B:
    def me(self): return __class__
    me2 = lambda self: __class__
    class Inner:
        def me(self): return __class__.__qualname__
C = B
B = None
print(C().me() is C, C().me2() is C, C.Inner().me())
class Meta(type):
    def __new__(m, name, bases, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, name, bases, ns)
try:
    class D(metaclass=Meta):
        def f(self): return __class__
except RuntimeError as error:
    print(error)
