# RecursionError inside handlers and finally blocks unwinds without crash.
def f(n):
    try:
        return f(n + 1)
    except RecursionError:
        return g(n)

def g(n):
    if n > 0:
        return g(n - 1)
    return 'bottom'

print(f(0))

class Cleanup:
    def __init__(self, log): self.log = log
    def __enter__(self): return self
    def __exit__(self, *exc): self.log.append(1)

def managed(log):
    with Cleanup(log):
        managed(log)

log = []
try:
    managed(log)
except RecursionError:
    print('unwound', len(log) > 100)
