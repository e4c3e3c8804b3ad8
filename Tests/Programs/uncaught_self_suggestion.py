# An uncaught NameError inside a method suggests self.NAME.
class Box:
    def __init__(self):
        self.width = 3
    def area(self):
        return width * 2
Box().area()
