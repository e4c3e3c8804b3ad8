# Annotations are hints only: contradicting arguments work as if there were none.
def add(a: int, b: int) -> int:
    return a + b

def repeat(text: str, times: int = 2) -> list:
    return text * times

def average(values: list[float]) -> float:
    return sum(values) / len(values)

class Point:
    x: int
    y: int = 0
    def __init__(self, x: int, y: 'int'):
        self.x = x
        self.y = y

print(add(1, 2), add('a', 'b'), add([1], [2]), add(1.5, 2), add(2**63, 2**63), add((1,), (2,)))
print(repeat('ab'), repeat([1, 2], 3), repeat(5, 5), repeat(1.5))
print(average([1, 2, 3]), average((1.5, 2.5)), average({4: 'x', 6: 'y'}))
p = Point('left', None)
print(p.x, p.y, Point.y)
count: int = 'not an int'
print(count)
for value in (1, 'x', 2.0):
    total: int = value
    print(total)
try:
    add(1, 'b')
except TypeError as e:
    print(e)
print(sorted(add.__annotations__))
