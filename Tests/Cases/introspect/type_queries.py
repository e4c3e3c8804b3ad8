# type(), isinstance, issubclass with classes, tuples, unions, abstract classes; their errors.
import collections.abc as abc


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


class A: pass
class B(A): pass
b = B()
print(type(b) is B, isinstance(b, A), isinstance(b, (int, A)), isinstance(5, int | str), isinstance(None, int | None), isinstance(True, int), issubclass(B, A), issubclass(B, (int, (str, A))), issubclass(bool, int | str), isinstance([], abc.Sequence), isinstance({}, abc.Mapping), issubclass(list, abc.Iterable), isinstance(print, abc.Callable), isinstance('a', abc.Hashable), type(type), type(None), type(...), type(NotImplemented), type(print), type(A.__init__), type([].append))
for f in (lambda: isinstance(5, 5), lambda: isinstance(5, [int]), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: isinstance(5, (int, 5)), lambda: isinstance('a', (int, 5)), lambda: isinstance(5, list[int]), lambda: isinstance(5, int | list[int]), lambda: issubclass(int, list[int]), lambda: isinstance(5), lambda: type(1, 2), lambda: isinstance(5, None), lambda: type()):
    t(f)
