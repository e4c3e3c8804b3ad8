# Names bound by failed patterns, guards with side effects, the subject evaluated once.
def subject(): print('subject'); return [1, 2, 3]
def guard(x): print('guard', x); return x > 2
match subject():
    case [a, b]: print('two')
    case [a, *_] if guard(a): print('first')
    case [_, _, a] if guard(a): print('third', a)
    case _: print('none')
print(a)
match 5, 'x':
    case int() as n, str() as s: print(n, s)
match {'a': [1, {'b': 2}]}:
    case {'a': [x, {'b': y}] as whole}: print(x, y, whole)
match = 3
case = 4
print(match + case)
match match:
    case case if case > 5: print('no')
    case 3: print('literal', case)
match 1.0:
    case True: print('True matches only itself')
    case 1: print('equal numbers match')
match 'a':
    case 'a' 'b' | 'b': print('no')
    case other: print(other)
