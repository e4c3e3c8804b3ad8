# Classes inherited across modules, patched from another module, isinstance through them.
from base import Animal, registry
import dogs
from dogs import Dog
print(sorted(registry), Dog('rex').speak(), isinstance(Dog('x'), Animal), Dog.__mro__[1] is Animal)

class Puppy(Dog):
    def sound(self):
        return super().sound().lower() + '!'
print(Puppy('bit').speak(), registry)
Animal.speak = lambda self: 'patched ' + self.sound()
print(Dog('rex').speak(), Puppy('bit').speak())
dogs.Dog = None
print(Dog, dogs.make_error())
