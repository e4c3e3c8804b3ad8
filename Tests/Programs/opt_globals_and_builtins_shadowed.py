# Builtins shadowed by globals, locals, parameters, and class attributes, before and after use.
print(len('abc'), max(1, 2))
def uses_len(x): return len(x)
print(uses_len('ab'))
len = lambda x: 'global len'
print(uses_len('ab'), len('ab'))
del len
print(uses_len('ab'))
def parameter(len): return len * 2
def local():
    max = min
    return max(3, 1)
class C:
    len = 5
    def get(self): return len('four'), self.len
    def list(self): return list((1, 2))
print(parameter(4), local(), C().get(), C().list(), [print for print in range(2)], (lambda str: str + 1)(1))
def range_shadow():
    def range(n): return ['own', n]
    return [x for x in range(3)]
print(range_shadow())
if False:
    sum = None
print(sum([1, 2]))
for int in (1, 2):
    pass
print(int)
del int
print(int('7'))
True_ = 1 == 1
isinstance_ = isinstance
def isinstance(a, b): return 'mine'
print(isinstance(1, str), isinstance_(1, str))
