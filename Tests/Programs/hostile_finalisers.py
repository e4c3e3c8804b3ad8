# `__del__`, `__eq__` and `__hash__` that change what the running code looks at.


class Node:
    def __init__(self, value, owner):
        self.value = value
        self.owner = owner

    def __del__(self):
        self.owner.value = self.value * 100


class Owner:
    def __init__(self):
        self.value = 1
        self.node = None

    def replace(self, n):
        before = self.value
        self.node = Node(n, self)
        return before + self.value

    def twice(self, n):
        s = self.value
        self.node = None
        s += self.value
        self.node = Node(n, self)
        self.node = None
        return s + self.value


class Key:
    def __init__(self, name, table):
        self.name = name
        self.table = table

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.table is not None and len(self.table) < 5:
            self.table[len(self.table) + 100] = "grown"
        return isinstance(other, Key) and self.name == other.name


class Emptier:
    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        self.items.clear()
        return False


class Patcher:
    def __del__(self):
        Owner.twice = lambda self, n: -1


def loop(owner, n):
    s = 0
    for i in range(n):
        s += owner.twice(i)
        if i == 1:
            p = Patcher()
            p = None
    return s


def main():
    o = Owner()
    print([o.replace(i) for i in range(4)])
    print([o.twice(i) for i in range(3)])
    d = {}
    d[Key("a", None)] = 1
    d[Key("b", d)] = 2
    print(d.get(Key("b", d)), len(d))
    counts = {}
    for i in range(3):
        k = Key("c", counts)
        counts[k] = counts.get(k, 0) + 1
    print(len(counts), sorted(str(v) for v in counts.values()))
    items = [1, 2, 3]
    items.append(Emptier(items))
    print(Emptier(items) in items, items)
    floats = [0.5, 1.5]
    floats.append(Emptier(floats))
    print(2.5 in floats, floats)
    print(loop(Owner(), 4))
    values = [Owner() for _ in range(3)]
    for v in values:
        v.node = Node(5, v)
        v.node = None
        v.value += 1
    print([v.value for v in values])


main()
