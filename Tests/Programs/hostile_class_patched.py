# Classes change while typed code relies on them: methods replaced, attributes becoming properties, `__class__` assigned,
# instances with attributes that hide methods.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y

    def scaled(self, k):
        return self.x * k + self.y


class Sub(Point):
    def norm(self):
        return -1


class Other:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return 1000 + self.x


def total(points):
    t = 0
    for p in points:
        t += p.norm()
    return t


def touch(p, n, change):
    s = 0
    for i in range(n):
        s += p.x + p.y
        if i == n // 2:
            change(p)
        s += p.x
        p.y = p.y + 1
        s += p.scaled(2)
    return s


def nothing(p):
    pass


def main():
    points = [Point(i, i + 1) for i in range(5)]
    print(total(points))
    points.append(Sub(1, 1))
    print(total(points))
    points.append(Other(1, 1))
    print(total(points))
    points[0].norm = lambda: 5000
    print(total(points))
    old = Point.norm
    Point.norm = lambda self: self.x
    print(total(points))
    Point.norm = old
    print(total(points))
    del Sub.norm
    print(total(points))

    print(touch(Point(1, 2), 6, nothing))

    def to_property(p):
        Point.x = property(lambda self: 100)

    print(touch(Point(1, 2), 6, to_property))
    print(Point(3, 4).__dict__ if False else "kept")
    try:
        Point(3, 4)
    except AttributeError as e:
        print(e)
    del Point.x
    print(touch(Point(1, 2), 6, nothing))

    def to_other(p):
        p.__class__ = Other

    try:
        print(touch(Point(1, 2), 6, to_other))
    except AttributeError as e:
        print(e)

    def to_text(p):
        p.x = "x"

    try:
        print(touch(Point(1, 2), 6, to_text))
    except TypeError as e:
        print(e)

    def deleted(p):
        del p.x

    try:
        print(touch(Point(1, 2), 6, deleted))
    except AttributeError as e:
        print(e)

    def to_dict(p):
        p.__dict__["x"] = 50

    print(touch(Point(1, 2), 6, to_dict))

    def to_big(p):
        p.x = 1 << 70

    print(touch(Point(1, 2), 6, to_big))

    def to_float(p):
        p.x = 0.5

    print(touch(Point(1, 2), 6, to_float))

    def new_method(p):
        Point.scaled = lambda self, k: k * 1000000

    print(touch(Point(1, 2), 6, new_method))

    def hook(p):
        Point.__getattribute__ = lambda self, name: 7 if name == "x" else object.__getattribute__(self, name)

    print(touch(Point(1, 2), 6, hook))
    del Point.__getattribute__
    Point.__setattr__ = lambda self, name, value: object.__setattr__(self, name, value * 2)
    print(touch(Point(1, 2), 6, nothing))


main()
