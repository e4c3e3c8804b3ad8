# Calls of classes whose construction is not the plain one, or stops being so.


class A:
    made = 0

    def __init__(self, x, y=3):
        A.made += 1
        self.x = x
        self.y = y


class B:
    def __init__(self, x):
        self.x = x
        if x < 0:
            raise ValueError("negative")


class Meta(type):
    def __call__(cls, *args):
        return ("called", cls.__name__, args)


class WithMeta(metaclass=Meta):
    def __init__(self, x):
        self.x = x


class Returns:
    def __init__(self, x):
        self.x = x
        if x == 3:
            return 5


class Deleted:
    def __init__(self, x):
        self.x = x

    def __del__(self):
        print("del", self.x)


def make(n):
    s = 0
    for i in range(n):
        s += A(i, 2).x
    return s


def make_b(n):
    made = []
    for i in range(n):
        try:
            made.append(B(3 - i).x)
        except ValueError as e:
            made.append(str(e))
    return made


def make_returns(n):
    out = []
    for i in range(n):
        try:
            out.append(Returns(i).x)
        except TypeError as e:
            out.append(str(e))
    return out


def make_deleted(n):
    for i in range(n):
        Deleted(i)
        d = Deleted(i + 100)
        d.x += 1


def make_meta(n):
    return [WithMeta(i) for i in range(n)]


def construct(n):
    out = []
    for i in range(n):
        b = B(i)
        out.append(type(b).__name__ + str(b.x))
        if i == 1:
            B.__new__ = lambda cls, x: object.__new__(A)
        if i == 2:
            B.__new__ = lambda cls, x: object.__new__(cls)
    return out


def main():
    global A
    print(make(5), A.made)
    print(make_b(5))
    print(make_returns(5))
    make_deleted(2)
    print(make_meta(2))
    old = A.__init__
    A.__init__ = lambda self, x, y: old(self, x * 10, y)
    print(make(5), A.made)
    A.__init__ = old
    print(make(5), A.made)
    keep = A

    class A(keep):
        made = 0

        def __init__(self, x, y):
            self.x = x + 1000

    print(make(5), keep.made)

    def A(x, y):
        return keep.__new__(keep)

    try:
        print(make(5), keep.made)
    except AttributeError as e:
        print(e)
    try:
        print(construct(4))
    except AttributeError as e:
        print(e)


main()
