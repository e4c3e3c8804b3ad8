# Recursion of typed functions to the limit and back, in each way that a call can be compiled.
import sys


def count(n):
    return count(n + 1) + 1


def down(n, k):
    if n == 0:
        return k
    return down(n - 1, k + 1)


class Tree:
    def __init__(self, depth):
        self.depth = depth
        self.child = None

    def deepest(self):
        if self.child is None:
            return self.depth
        return self.child.deepest()

    def endless(self):
        return self.endless() + 1

    def size(self, k):
        if self.child is None:
            return k
        return 1 + self.child.size(k)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def power(n):
    if n == 0:
        return 1
    return 2 * power(n - 1)


def product(n):
    if n < 2:
        return n
    return product(n - 1) * n + product(n - 2) * 0


def attempt(f, *args):
    try:
        return f(*args)
    except RecursionError as e:
        return str(e)[:31]


def main():
    print(attempt(count, 0))
    print(attempt(count, 0))
    print(down(500, 0), even(400), odd(401))
    root = node = Tree(0)
    for i in range(400):
        node.child = Tree(i + 1)
        node = node.child
    print(root.deepest(), root.size(5))
    print(attempt(root.endless))
    print(power(10), power(64), power(100) == 1 << 100)
    print(product(15), product(22), product(25))
    sys.setrecursionlimit(3000)
    print(down(2500, 0))
    while root is not None:
        if root.depth % 100 == 0:
            print(root.depth)
        root = root.child


main()
