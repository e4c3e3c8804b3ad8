# Type parameters of functions, classes and aliases: lazily evaluated, their own scope.
def first[T](items: list[T]) -> T: return items[0]
class Box[T: (int, str), *Ts, **P]:
    def get[U](self, default: U) -> T | U: return default
type Pair[A, B = int] = tuple[A, B]
type Tree = list[Tree] | int
type Broken = undefined_name
print(first([1]), first.__type_params__, Box.__type_params__, Box.__parameters__, Pair, Pair.__value__, Pair.__type_params__, Tree.__value__, Box[int, str, [int]].__origin__.__name__, Pair[str].__origin__ is Pair, Pair[int, str].__args__)
T = Box.__type_params__[0]
print(T.__name__, T.__constraints__, T.__bound__, T.__infer_variance__, first.__annotations__['return'] is first.__type_params__[0], Pair.__type_params__[1].__default__, Pair.__type_params__[0].has_default())
try:
    Broken.__value__
except NameError as e:
    print(e)
class Bound[S: 'later']: pass
print(Bound.__type_params__[0].__bound__, Tree.__name__, Tree.__module__ == __name__)
try:
    Pair.__value__ = 1
except AttributeError as e:
    print(e)
