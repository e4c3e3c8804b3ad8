# Names in a class body: from the body, then global, never from the function around unless free there.
x = 'global'
def f():
    x = 'function'
    class A:
        y = x
        x = 'class'
        z = x
        def m(self): return x
        w = [x for _ in range(1)]
        v = (lambda: x)()
    return A
A = f()
print(A.y, A.x, A.z, A().m(), A.w, A.v)
class B:
    x = x
    locals()['dyn'] = 5
    for i in range(3): pass
    del i
    def __init__(self): self.__class__.made = x
B()
print(B.x, B.dyn, hasattr(B, 'i'), B.made, sorted(k for k in vars(B) if not k.startswith('__')))
