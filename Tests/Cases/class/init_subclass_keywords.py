# Keywords of the class statement reach __init_subclass__, and nobody else takes them.
class Base:
    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag
        print('made', cls.__name__, tag)
class A(Base, tag='x'): pass
class B(A): pass
print(A.tag, B.tag)
try:
    class C(Base, tag=1, other=2): pass
except TypeError as error:
    print(error)
try:
    class D(x=1): pass
except TypeError as error:
    print(error)
try:
    object.__init_subclass__(1)
except TypeError as error:
    print(error)
print(type(Base.__dict__['__init_subclass__']))
