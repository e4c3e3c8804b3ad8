# Order: __prepare__, body, __set_name__, __init_subclass__, metaclass __init__.
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        c = super().__new__(m, name, bases, ns)
        print('type made')
        return c
    def __init__(c, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, kw)
        return {'given': 1}
class D:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
class P(metaclass=Meta):
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__, kw)
class Q(P, a=1):
    one = D()
    two = D()
    print('body sees', given)
