# Single inheritance: overriding, super(), method resolution, isinstance and issubclass.
class Shape:
    sides = 0
    def __init__(self, name):
        self.name = name
    def area(self):
        raise NotImplementedError('area of ' + self.name)
    def describe(self):
        return '%s: %d sides, area %s' % (self.name, self.sides, self.area())

class Rectangle(Shape):
    sides = 4
    def __init__(self, w, h, name='rectangle'):
        super().__init__(name)
        self.w, self.h = w, h
    def area(self):
        return self.w * self.h

class Square(Rectangle):
    def __init__(self, s):
        super().__init__(s, s, name='square')
    def describe(self):
        return super().describe() + '!'

for s in (Rectangle(2, 3), Square(4), Square(2**40)):
    print(s.describe())
try:
    Shape('blob').describe()
except NotImplementedError as e:
    print('not implemented:', e)
print(isinstance(Square(1), Shape), issubclass(Square, Rectangle), issubclass(Shape, Square), isinstance(1, (str, int)))
print([c.__name__ for c in Square.__mro__], Square.__bases__ == (Rectangle,), Square.__base__.__name__)
