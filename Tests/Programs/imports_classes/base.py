registry = []

class Animal:
    def __init_subclass__(cls):
        registry.append(cls.__name__)
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f'{self.name} says {self.sound()}'
    def sound(self):
        raise NotImplementedError
