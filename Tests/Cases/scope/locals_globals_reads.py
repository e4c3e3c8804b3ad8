# locals() and globals(): what they show and when.
def f(a, *args, b=2, **kw):
    c = 3
    def g(): return c
    snapshot = dict(locals())
    snapshot.pop('g')
    later = 1
    return snapshot
print(f(1, 5, x=9), sorted(locals() is globals() for _ in range(1)), 'f' in globals(), globals()['__name__'] == __name__)
class K:
    a = 1
    names = sorted(n for n in locals() if not n.startswith('__'))
print(K.names, (lambda p: list(locals()))(1), [sorted(locals()) for q in (1,)] and 'ok')
def gen():
    v = 1
    yield dict(locals())
    v = 2
    yield dict(locals())
print(list(gen()), vars() is globals())
