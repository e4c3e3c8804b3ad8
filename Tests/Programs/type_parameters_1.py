# Type statements, generic functions and classes, unions, aliases. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
type A = int | str
type B[T] = list[T] | A
type C[T: (int, str), *Ts, **P] = dict[T, tuple[*Ts]]
type Rec = list[Rec] | None
type Lazy = undefined_name
print(A, type(A), A.__name__, A.__value__, B.__type_params__, B[int], C.__type_params__, Rec.__value__, A.__module__, B.__parameters__)
attempt(lambda: Lazy.__value__)
undefined_name = 5; print(Lazy.__value__)
attempt(lambda: A[int]); attempt(lambda: A()); attempt(setattr, A, '__name__', 1); attempt(isinstance, 1, A)
print(B[int].__origin__, B[int].__args__, A | None, None | A)
def f[T, U: int = bool](x: T, *a: U) -> T: return x
print(f.__type_params__, f.__annotations__, f(3)); T, U = f.__type_params__; print(T.__name__, T.__bound__, U.__bound__, U.__default__, T.__default__, T.__constraints__, T.__covariant__, T.__infer_variance__, T.has_default(), U.has_default())
class G[T, *Ts, **P]:
    x: T
    def m[V](self, v: V) -> T: return T
print(G.__type_params__, G.__parameters__, G.__mro__, G[int, str, [int]], G.m.__type_params__, G().m(1), G.__annotations__)
class H(G[int, str, [bool]]): pass
print(H.__orig_bases__, H.__mro__)
