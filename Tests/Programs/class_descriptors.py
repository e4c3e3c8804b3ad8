# Descriptors: __get__, __set__, __set_name__, data against non-data descriptors.
class Positive:
    def __set_name__(self, owner, name):
        self.name = '_' + name
        print('named', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return 'on class ' + owner.__name__
        return getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f'{self.name[1:]} must be positive, not {value}')
        setattr(obj, self.name, value)

class NonData:
    def __get__(self, obj, owner): return 'computed'

class Item:
    price = Positive()
    count = Positive()
    label = NonData()

i = Item()
print(i.price, Item.price, i.label)
i.price, i.count = 5, 2
i.label = 'own'
print(i.price * i.count, i.label, Item().label, sorted(vars(i)))
try:
    i.count = -1
except ValueError as e:
    print(e)
