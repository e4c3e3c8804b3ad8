# property: getter, setter, deleter, copies, messages that name it, documentation.
class A:
    @property
    def p(self):
        "about p"
        return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
    @property
    def read(self): return 1
    write = property(None, lambda self, v: print('wrote', v))
    nothing = property()
a = A()
a.p = 3
print(a.p, A.p.__doc__, A.p.__name__)
del a.p
def attempt(f):
    try:
        print(f())
    except AttributeError as error:
        print(error)
attempt(lambda: a.p)
attempt(lambda: setattr(a, 'read', 2))
attempt(lambda: delattr(a, 'read'))
attempt(lambda: a.write)
attempt(lambda: a.nothing)
attempt(lambda: setattr(a, 'nothing', 2))
a.write = 8
q = A.p.getter(lambda self: 'other')
print(q is A.p, q.fget(a), q.fset is A.p.fset, q.__doc__)
print(property(doc='text').__doc__, isinstance(A.read, property))
