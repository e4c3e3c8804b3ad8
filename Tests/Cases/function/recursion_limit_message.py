# RecursionError is an ordinary exception, and the program goes on.
import sys
def f(n): return f(n + 1)
try:
    f(0)
except RecursionError as error:
    print(type(error).__mro__[1].__name__, str(error).startswith('maximum recursion depth exceeded'))
class A:
    def __repr__(self): return repr(self)
    def __eq__(self, other): return self == other
    def __getattr__(self, name): return getattr(self, name + 'x')
for call in (lambda: repr(A()), lambda: A() == A()):
    try:
        call()
    except RecursionError as error:
        print('caught')
old = sys.getrecursionlimit()
for limit in (0, -1):
    try:
        sys.setrecursionlimit(limit)
    except ValueError as error:
        print(error)
print(sys.getrecursionlimit() == old)
