# The cell of __class__: a metaclass that drops it, calls it twice, or makes something else.
class Drops(type):
    def __new__(meta, name, bases, namespace):
        namespace.pop('__classcell__', None)
        return super().__new__(meta, name, bases, namespace)


try:
    class Dropped(metaclass=Drops):
        def m(self): return __class__
except RuntimeError as e:
    print(e)


class Wrong(type):
    def __new__(meta, name, bases, namespace):
        namespace['__classcell__'] = None
        return super().__new__(meta, name, bases, namespace)


try:
    class Mistaken(metaclass=Wrong):
        def m(self): return __class__
except TypeError as e:
    print(e)


class Copies(type):
    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, dict(namespace))


class Copied(metaclass=Copies):
    def m(self): return __class__


print(Copied().m())
