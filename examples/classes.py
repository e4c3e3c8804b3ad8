# Classes: inheritance, properties, operators and super().
#
#   pyaot examples/classes.py


class Shape:
    def __init__(self, name):
        self.name = name

    @property
    def area(self):
        raise NotImplementedError

    def __lt__(self, other):
        return self.area < other.area

    def __repr__(self):
        return f"{self.name} of area {self.area:.2f}"


class Rectangle(Shape):
    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width = width
        self.height = height

    @property
    def area(self):
        return self.width * self.height

    def __mul__(self, factor):
        return Rectangle(self.width * factor, self.height * factor)


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, name="square")


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    @property
    def area(self):
        return 3.141592653589793 * self.radius**2


shapes = [Circle(2), Rectangle(3, 5), Square(4), Square(1.5), Rectangle(1, 2) * 3]
for shape in sorted(shapes):
    print(shape)
print("largest:", max(shapes))
print("total area:", round(sum(shape.area for shape in shapes), 3))
print("rectangles:", sum(isinstance(shape, Rectangle) for shape in shapes))
try:
    Shape("blob").area
except NotImplementedError as error:
    print("a plain shape has no area:", repr(error))
