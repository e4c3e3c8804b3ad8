import base

class Dog(base.Animal):
    def sound(self):
        return 'WOOF'

def make_error():
    try:
        return Dog('x')
    except TypeError as e:
        return str(e)
