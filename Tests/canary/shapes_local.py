# Classes of the canary that main.py patches at run time.
LABEL = 'shape'


class Shape:
    count = 0

    def __init__(self, size):
        self.size = size
        Shape.count += 1

    def weight(self):
        return self.size + 1

    def __repr__(self):
        return f'{LABEL} {type(self).__name__} {self.size}'


class Circle(Shape):
    pass


class Polygon(Shape):
    def __init__(self, size, corners):
        super().__init__(size)
        self.corners = corners

    def weight_per_corner(self):
        return self.weight() / self.corners


def describe(shapes):
    return ', '.join(repr(shape) for shape in shapes) + f' ({Shape.count} made)'
