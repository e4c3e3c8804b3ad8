# match with sequences, mappings, classes and nested patterns.
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Circle:
    def __init__(self, center, r): self.center, self.r = center, r

def describe(v):
    match v:
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [Point(x=0), *_]:
            return 'starts on the axis'
        case ['go', ('north' | 'south') as way]:
            return f'go {way}'
        case [1, *middle, 9]:
            return f'1..9 with {middle}'
        case (a, b):
            return f'pair {a} {b}'
        case {'type': 'user', 'name': str(name), **rest}:
            return f'user {name} {sorted(rest)}'
        case {'list': [first, *_]}:
            return f'list starting {first}'
        case {}:
            return 'a mapping'
        case Point(0, 0):
            return 'origin'
        case Point(x, y) if x == y:
            return f'diagonal {x}'
        case Point(x=px, y=py):
            return f'point {px} {py}'
        case Circle(center=Point(x, 0), r=r):
            return f'circle on axis {x} {r}'
        case str() | bytes():
            return 'text'
        case [*all]:
            return f'sequence of {len(all)}'
    return 'nothing'

for v in ([], [5], (1,), [Point(0, 1), 2], ['go', 'north'], ['go', 'up'], [1, 2, 3, 9], [1, 9], 'ab', b'x', {'type': 'user', 'name': 'bob', 'age': 3},
          {'type': 'user', 'name': 5}, {'list': [7, 8]}, {}, Point(0, 0), Point(2, 2), Point(1, 2), Circle(Point(4, 0), 2), Circle(Point(4, 1), 2), range(3), {1, 2}, 5):
    print(describe(v))
