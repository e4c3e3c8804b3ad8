# Statements: evaluation order, errors of operators, control flow. Part 5.
print(__debug__, NotImplemented, Ellipsis)
if True: pass; print('one line'); 
class E: ...
class E2: x = 1; y = 2
lambda: (yield)
global_stmt = 1
print(*[1], *(2,), sep='-', **{'end': '!\n'})
print({**{'a': 1}, 'b': 2, **{'a': 3}}, {*[1], 2}, [*'ab', *range(2)], (*[1],))
import sys
print(type(sys).__name__)
