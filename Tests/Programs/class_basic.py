# Classes, instances, methods, class and instance attributes.
class Dog:
    kind = 'canine'
    count = 0
    def __init__(self, name, tricks=None):
        self.name = name
        self.tricks = tricks or []
        Dog.count += 1
    def add(self, trick):
        self.tricks.append(trick)
        return self
    def describe(self):
        return self.name + ' knows ' + ', '.join(self.tricks)

a = Dog('Fido')
b = Dog('Rex', ['sit'])
a.add('roll').add('bark')
print(a.describe(), '|', b.describe(), '|', Dog.count, a.kind)
a.kind = 'own'
Dog.kind = 'changed'
print(a.kind, b.kind)
del a.kind
print(a.kind)
f = a.add
f('late')
print(a.tricks, Dog.describe(b), type(a).__name__, isinstance(a, Dog), a == b, a == a)
print(sorted(a.__dict__), a.__class__ is Dog, Dog.__name__, Dog.__module__)
