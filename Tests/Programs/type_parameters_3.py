# Type statements, generic functions and classes, unions, aliases. Part 3.
def f[T, U: int = bool](x: T, *a: U) -> T: return x
class G[T, *Ts, **P]:
    x: T
    def m[V](self, v: V) -> T: return T
def deco(f): print('deco', f.__name__); return f
@deco
def df[T](a: T = 5): return a
print(df())
@deco
class DC[T]: pass
async def ag[T](x: T): yield x
print(ag.__type_params__, ag.__name__, ag.__qualname__, G.m.__qualname__)
x = lambda: [T for T in range(2)]
print(x())
