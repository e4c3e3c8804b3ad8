# match: subjects evaluated once, guards in order, captures kept, irrefutable last, no case.
def v(x): print('subject', end=' '); return x
def f(x):
    match v(x):
        case 0 | 1 as small if small: return 'one', small
        case int() if x > 100: return 'big'
        case [a, b] | (a, b, _): return 'seq', a, b
        case {'k': [first, *rest], **others}: return first, rest, others
        case str() as s if (n := len(s)) > 2: return s, n
        case (1 | 2) as q, : return q
        case None | True | False: return 'singleton', x
        case float(imag=0.0, real=r): return 'real', r
        case _: return 'other'
for x in (0, 1, 500, [1, 2], (1, 2, 3), {'k': [1, 2, 3], 'z': 0}, 'abc', 'ab', [2], None, True, 1.5, {}, {'k': []}, b'ab', {1, 2}):
    print(f(x))
def none(x):
    match x:
        case 5: y = 1
        case [y, _]: pass
    return 'y' in locals()
print(none(5), none([1, 2]), none(7))
