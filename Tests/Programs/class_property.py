# Properties: getter, setter, deleter, read-only errors, inheritance.
class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees
    @property
    def degrees(self):
        return self._degrees
    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError('below absolute zero')
        self._degrees = value
    @degrees.deleter
    def degrees(self):
        print('deleting')
        del self._degrees
    @property
    def fahrenheit(self):
        "Degrees Fahrenheit."
        return self.degrees * 9 / 5 + 32

t = Celsius(100)
print(t.degrees, t.fahrenheit)
t.degrees = -40
t.degrees += 1
print(t.fahrenheit)
for action in (lambda: setattr(t, 'degrees', -300), lambda: setattr(t, 'fahrenheit', 1), lambda: delattr(t, 'fahrenheit')):
    try:
        action()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
del t.degrees
try:
    t.degrees
except AttributeError as e:
    print(e)
class Kelvin(Celsius):
    @property
    def fahrenheit(self):
        return super().fahrenheit + 1000
print(Kelvin(0).fahrenheit, Celsius.fahrenheit.__doc__)
