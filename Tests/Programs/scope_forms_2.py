# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 2.
x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(1)]
    z = (lambda: x)()
    def m(self): return x
    w = [[x, i] for i in range(1)]
    try: v = [y for _ in range(1)]
    except NameError as e: v = str(e)
print(A.y, A.z, A().m(), A.w, A.v)
def outer():
    x = 'outer'
    class B:
        y = x
        def m(self): return x
        x2 = x
    class C:
        x = 'c'
        y = x
        def m(self): return x
    class D:
        nonlocal x
        x = 'changed'
    return B.y, B().m(), C.y, C().m(), x
print(outer())
