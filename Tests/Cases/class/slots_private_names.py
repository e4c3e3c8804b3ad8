# Names in __slots__ are mangled like other private names.
class A:
    __slots__ = ('__secret', '_half', '__both__')
    def __init__(self): self.__secret = 1
    def read(self): return self.__secret
print(A().read(), sorted(n for n in dir(A) if 'secret' in n or 'half' in n or 'both' in n))
class _B:
    __x = 5
    def f(self): return self.__x, _B__y
_B__y = 7
print(_B().f(), [n for n in vars(_B) if 'x' in n and not n.startswith('__')])
class __:
    __z = 1
    def f(self): return self.__z
print(__().f(), '__z' in vars(__))
class M:
    def __f(self, __a): return __a
    def g(self): return self.__f(_M__a=3)
print(M().g(), M.g.__code__.co_varnames, M._M__f.__code__.co_varnames)
