# Unary operators and arithmetic on bools give ints.
print(+5, -5, ~5, - -5, not 5, not 0)
print(+True, -True, True + True, True * 10, True / 2, False - 1, True << 3)
print(type(+True), type(True & False), type(True | 1), True & False, True | False, True ^ True, True & 3)
import_free = sum([True, False, True])
print(import_free, [10, 20][True], bool(2), bool(-1), bool(0), bool(''), bool([0]), bool(None))
print(True is True, isinstance(True, int), issubclass(bool, int), str(True), repr(False), int(True))
