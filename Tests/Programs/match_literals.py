# match with literals, alternatives, captures, guards, wildcard, None and bools.
def kind(x):
    match x:
        case 0:
            return 'zero'
        case 1 | 2 | 3:
            return 'small'
        case -1:
            return 'minus one'
        case 'yes' | 'y':
            return 'yes text'
        case None:
            return 'none'
        case True:
            return 'true'
        case 2.5:
            return 'two and a half'
        case int(n) if n > 1000:
            return f'big {n}'
        case str() as s if s.isupper():
            return 'upper ' + s
        case int() | float():
            return 'number'
        case _:
            return 'other'
for x in (0, 1, 3, -1, 'yes', 'y', 'no', None, True, False, 2.5, 2.0, 2**70, 50, 'LOUD', [], 1.5):
    print(repr(x), kind(x))
class Color:
    RED = 'red'
    GREEN = 'green'
def color(c):
    match c:
        case Color.RED: return 1
        case Color.GREEN: return 2
    return 'fell through'
print(color('red'), color('green'), color('blue'))
