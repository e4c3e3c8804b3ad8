# Type statements, generic functions and classes, unions, aliases. Part 2.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
type C[T: (int, str), *Ts, **P] = dict[T, tuple[*Ts]]
class I[T: undefined_bound]: pass
attempt(lambda: I.__type_params__[0].__bound__)
def g[T: (int, str)](): pass
print(g.__type_params__[0].__constraints__, g.__type_params__[0].__bound__)
class J[T](list): pass
print(J[int]([1, 2]), J.__bases__, J[int].__origin__ is J)
print(int | str, int | None, (int | str) == (str | int), isinstance(5, int | str), issubclass(bool, int | None), type(int | str), (int | str).__args__, int | str | int, list[int] | None, hash(int|str) == hash(str|int))
attempt(lambda: isinstance(5, int | list[int])); attempt(lambda: int | 5); attempt(isinstance, 5, 5); attempt(isinstance, 5, (int, 5)); attempt(issubclass, 5, int); attempt(issubclass, int, 5); attempt(isinstance, [], list[int]); attempt(issubclass, int, list[int]); print(isinstance(5, ((str, (int,)), float)), isinstance(5, ()))
print(list[int], dict[str, list[int]], list[int].__origin__, list[int].__args__, list[int]([1]), type(list[int]), tuple[int, ...], list[int] == list[int], type[int], list['fwd'], tuple[()])
def outer[T](x: T):
    def inner(y: T) -> T: return T
    class L:
        z: T
        t = T
    return inner, L
i, L = outer(1); print(i.__annotations__, L.t, L.__annotations__)
type Q[T = int, *Us = *tuple[int, ...], **P = [int]] = T
print([p.__default__ for p in Q.__type_params__])
print(repr(C.__type_params__), Q.__type_params__[1].__name__, [*C.__type_params__[1:2]])
class M[T]:
    type Inner = list[T]
    def f(self, x: Inner): pass
print(M.Inner, M.Inner.__value__)
