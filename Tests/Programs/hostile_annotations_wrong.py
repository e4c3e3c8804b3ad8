# Annotations that do not say what comes.


class Vec:
    x: float
    y: float

    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def length2(self) -> float:
        return self.x * self.x + self.y * self.y

    def add(self, other: "Vec") -> "Vec":
        return Vec(self.x + other.x, self.y + other.y)


class Item:
    count: int
    label: str

    def __init__(self, count: int, label: str):
        self.count = count
        self.label = label

    def more(self, k: int) -> int:
        self.count += k
        return self.count


def scale(values: list[float], k: float) -> list[float]:
    out: list[float] = []
    for v in values:
        out.append(v * k)
    return out


def pick(flag: bool, a: int, b: str) -> int:
    if flag:
        return a
    return b


def lookup(table: dict[str, int], key: str) -> int:
    return table.get(key, 0) + 1


def walk(node: Vec) -> float:
    s = 0.0
    while node is not None:
        s += node.length2()
        node = getattr(node, "next", None)
    return s


def main() -> None:
    print(Vec(1, 2).length2(), Vec(1.5, 2).length2(), Vec(True, 2j).length2(), Vec(1 << 70, 0).length2())
    print(Vec("a", "b").add(Vec("c", "d")).x, Vec([1], [2]).add(Vec([3], [4])).y)
    try:
        Vec("a", 1).length2()
    except TypeError as e:
        print(e)
    items = [Item(1, "one"), Item(2.5, 7), Item("s", None), Item((1 << 62) - 1, "big")]
    for it in items:
        try:
            print(it.more(1), it.more(1), it.label)
        except TypeError as e:
            print(e)
    print(scale([1.0, 2.0], 2.0), scale([1, 2.5, True], 3), scale(["a", "b"], 2), scale((1, 2), 0.5))
    print(pick(True, 1, "x"), pick(False, 1, "x"), pick([], "y", 2.5), pick("full", None, 0))
    print(lookup({"a": 1}, "a"), lookup({1: 2.5}, 1), lookup({"a": 1}, "b"))
    v = Vec(1.0, 1.0)
    v.next = Vec(2, 2)
    v.next.next = Item(1, "not a Vec")
    try:
        print(walk(v))
    except AttributeError as e:
        print(e)
    w = Vec(0.5, 0.25)
    for value in (1.5, 2, "text", None, 3.5):
        w.x = value
        try:
            print(w.length2())
        except TypeError as e:
            print(e)


main()
