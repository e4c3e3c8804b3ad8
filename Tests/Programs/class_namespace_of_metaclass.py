# The namespace of a class whose metaclass is a user class is the class's own.
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.tag = name.lower()
        return cls

class A(metaclass=Meta):
    x = 1
    def method(self):
        return 2

class B(A):
    y = 3

print('x' in A.__dict__, 'method' in A.__dict__, A.__dict__['tag'], B.__dict__['tag'], 'x' in B.__dict__)
print(sorted(n for n in vars(B) if not n.startswith('__')), type(A.__dict__).__name__)
B.z = 4
print(B.__dict__['z'], 'z' in A.__dict__, B().z, Meta.__dict__.get('x'))
del B.z
print('z' in B.__dict__, hasattr(B, 'z'))
try:
    A.__dict__['x'] = 5
except TypeError as e:
    print(e)
