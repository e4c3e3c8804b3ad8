# The default of a TypeVarTuple may be starred.
type A[*Ts = *tuple[int, ...]] = int
print(A.__type_params__[0].__default__)


def f[*Us = *tuple[str, int]]():
    pass


print(f.__type_params__[0].__default__)
