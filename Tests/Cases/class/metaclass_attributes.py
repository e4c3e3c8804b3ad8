# Attributes of the metaclass are seen on the class and not on its instances; data descriptors there win.
class Meta(type):
    shared = 'meta'
    @property
    def prop(cls): return 'prop of ' + cls.__name__
    def method(cls): return cls.__name__
    def __getattr__(cls, name):
        if name.startswith('dyn'): return name
        raise AttributeError('meta has no ' + name)
class A(metaclass=Meta):
    prop = 1
    shared = 'own'
print(A.prop, A.shared, A.method(), A.dynamic, A().prop)
for name in ('method', 'dynamic'):
    try:
        print(getattr(A(), name))
    except AttributeError as error:
        print(error)
try:
    A.other
except AttributeError as error:
    print(error)
try:
    A.prop = 5
except AttributeError as error:
    print(error)
