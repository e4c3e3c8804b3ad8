# Names: unbound ones, class scopes, nonlocal, comprehensions, locals(), unpacking. Part 4.
print([z := i for i in range(3)], z)
class Priv:
    __x = 1
    def __m(self): return self.__x
    def go(self): return self.__m(), self._Priv__x
    def kw(self, __p=3): return __p
    def loc(self):
        __l = 5
        return locals()
p = Priv(); print(p.go(), p.kw(_Priv__p=9), sorted(p.loc())[0], [n for n in dir(p) if 'Priv' in n])
class _Under:
    def f(self): self.__z = 1; return vars(self)
print(_Under().f())
class __: 
    def f(self): self.__z = 1; return vars(self)
print(__().f())
def locs(a, *b, c=1, **d):
    e = 1
    def f(): return e, h
    h = 2
    for i in range(2): pass
    l = locals(); l['a'] = 99
    return sorted(l.items(), key=lambda t: t[0])[:5], a
print(locs(1))
