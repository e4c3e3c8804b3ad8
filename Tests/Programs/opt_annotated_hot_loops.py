# Annotated functions in hot loops, called first as annotated and then otherwise.
def dot(a: list[float], b: list[float]) -> float:
    total = 0.0
    for x, y in zip(a, b):
        total += x * y
    return total
def power_sum(n: int, k: int) -> int:
    t: int = 0
    for i in range(n):
        t += i ** k
    return t
def count(text: str, c: str) -> int:
    return sum(1 for x in text if x == c)
class Acc:
    total: float
    def __init__(self, start: float = 0.0) -> None:
        self.total = start
    def add(self, x: float) -> 'Acc':
        self.total += x
        return self
def find(d: dict[str, int], key: str) -> int | None:
    return d.get(key)
for _ in range(200):
    dot([1.0, 2.0], [3.0, 4.0])
    power_sum(5, 2)
print(dot([1.5, 2.5], [2.0, 4.0]), dot([1, 2], [3, 4]), dot([2**70], [2**70]), dot((True, 2), [1, 1.5]), dot([1.0, 2, 'ab'][:2], [1, 1]))
try:
    dot([1.0, 'ab'], [2.0, 1.5])
except TypeError as e:
    print(e)
print(power_sum(10, 2), power_sum(1000, 9), power_sum(5, 0.5), power_sum(True, 3))
print(count('banana', 'a'), count(['a', 1, 'a'], 'a'), count(('x',), 'y'), count(range(5), 3))
a = Acc()
for i in range(100):
    a.add(0.1)
print(a.total, a.add(1).add(2**80).total, Acc('s').add('t').total, Acc([]).add([1]).total, Acc(1).add(2).total, type(Acc(1).add(2).total).__name__)
print(find({'a': 1}, 'a'), find({'a': 'text'}, 'a'), find({1: 2}, 1), find({}, 'a'))
def matrix(rows: list[list[int]]) -> int:
    return sum(rows[i][i] for i in range(len(rows)))
print(matrix([[1, 2], [3, 4]]), matrix([[1.5, 2], (3, 4)]), matrix({0: {0: 2**65}}), matrix([[2**63]]))
def default(x: int = 'text', *args: int, **kw: str) -> None:
    return x, args, kw
print(default(), default(1, 'a', 2.5, k=3), default.__annotations__['return'])
