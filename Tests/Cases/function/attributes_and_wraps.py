# functools.wraps copies what there is and update_wrapper reaches through.
import functools
def deco(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return 'wrapped ' + str(f(*args, **kwargs))
    return wrapper
@deco
def add(a: int, b: int = 2) -> int:
    "adds"
    return a + b
add.extra = 5
print(add(1), add.__name__, add.__qualname__, add.__doc__, add.__annotations__, add.__wrapped__(1, 5), add.__module__ == __name__)
print(deco(add).extra, deco(add).__wrapped__ is add)
class Callable:
    "callable doc"
    def __call__(self): return 'called'
w = deco(Callable())
print(w(), w.__doc__, w.__name__)
p = functools.partial(add, 1)
print(deco(p)(), functools.WRAPPER_ASSIGNMENTS)
