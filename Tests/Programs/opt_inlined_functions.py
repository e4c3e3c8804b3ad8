# Small functions called in loops: defaults, early returns, exceptions, shadowed names, recursion, rebinding of parameters.
def clamp(x, lo=0, hi=10):
    if x < lo:
        return lo
    if x > hi:
        return hi
    return x
def rebind(x):
    x = x + 1
    y = x * 2
    return y
def noisy(x):
    try:
        return 10 // x
    except ZeroDivisionError:
        return 'zero'
    finally:
        log.append(x)
def no_result(x):
    if x > 1:
        return x
def swap(a, b): return b, a
def apply(f, x): return f(x)
def choose(x): return rebind if x % 2 else clamp
log = []
x, y = 5, 'outer y'
print([clamp(v) for v in (-5, 5, 15)], clamp(5, hi=3), clamp('m', 'a', 'z'), clamp(2.5), rebind(x), x, y)
print([noisy(v) for v in (1, 0, 3)], log, [no_result(v) for v in (1, 2)], swap(*swap(1, 2)), apply(rebind, 3), [choose(v)(v) for v in range(4)])
def total(n):
    t = 0
    for i in range(n):
        t += clamp(i - 3) + rebind(i) + (no_result(i) or 0)
    return t
print(total(20))
def outer(n):
    def helper(k): return k * n
    return sum(helper(k) for k in range(n)) + helper(1)
print(outer(5), outer(7))
def tail(n, acc=1): return acc if n == 0 else tail(n - 1, acc * n)
print(tail(25))
def line_numbers(v):
    return clamp(noisy(v), 'a')
try:
    line_numbers(1)
except TypeError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
