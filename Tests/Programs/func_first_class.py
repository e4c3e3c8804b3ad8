# Functions are values: stored, passed, returned, compared, with attributes.
def inc(x):
    "Adds one."
    return x + 1

def twice(f, x):
    return f(f(x))

def compose(*fs):
    def composed(x):
        for f in fs:
            x = f(x)
        return x
    return composed

table = {'inc': inc, 'double': lambda x: 2 * x, 'str': str, 'len': len}
print(twice(inc, 5), twice(table['double'], 5), compose(inc, table['double'], str, len)(499))
print(inc.__name__, inc.__doc__, inc.__qualname__, inc.__module__, table['double'].__name__)
inc.calls = 3
print(inc.calls, inc == inc, inc != twice, callable(inc), callable(3))
print((lambda *a, k=1: (a, k))(1, 2, k=3), (lambda: None)())
print([f(3) for f in (inc, float, lambda x: x ** x, abs)])
