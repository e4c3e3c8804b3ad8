# Names with two leading underscores are mangled with the class's name.
class Base:
    __secret = 'base'
    def __init__(self): self.__value = 1
    def get(self): return self.__value, self.__secret
    def __hidden(self): return 'hidden base'
    def call(self): return self.__hidden()
class Derived(Base):
    __secret = 'derived'
    def __init__(self):
        super().__init__()
        self.__value = 2
    def get2(self): return self.__value, self.__secret
    def __hidden(self): return 'hidden derived'
    def call2(self): return self.__hidden()

d = Derived()
print(d.get(), d.get2(), d.call(), d.call2())
print(sorted(vars(d)), d._Base__value, d._Derived__secret)
try:
    d.__value
except AttributeError as e:
    print(e)
class _Lead:
    def f(self): return '__x' in dir(self), self.__y()
    def __y(self): return 'mangled without leading underscores'
    def __dunder__(self): return 'not mangled'
print(_Lead().f()[1], _Lead()._Lead__y(), _Lead().__dunder__())
