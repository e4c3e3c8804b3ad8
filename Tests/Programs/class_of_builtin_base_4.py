# Subclasses of the builtin classes. Part 4.
def attempt(f, *a):
    try: print('ok', repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
class I(int):
    def __add__(self, o): return 'I+'
    def __repr__(self): return 'I(%d)' % int(self)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
class E(Exception):
    def __init__(self, a, b=2): self.a = a; super().__init__('msg %s' % a)
e = E(1); print(e, repr(e), e.args, e.a)
class E2(Exception):
    def __str__(self): return 'custom'
print(E2(1, 2), repr(E2(1, 2)), E2().args)
class K(KeyError): pass
print(K('x'), repr(K('x')), str(K()))
class O(OSError): pass
print(O(2, 'no'), O(2, 'no', 'file'), repr(O(2, 'x')), O(2, 'a').errno, O(2,'a').strerror, type(OSError(2, 'x')), type(O(2,'x')))
attempt(I, 'x'); attempt(T.__new__, int); attempt(list.__new__, int); attempt(int.__new__, str, 5); attempt(object.__new__, int); attempt(object.__new__, 5); attempt(object.__new__)
attempt(object, 1); attempt(lambda: type('Z', (), {})(1)); attempt(lambda: type('Z', (), {'__init__': lambda s: None})(1)); attempt(lambda: type('Z', (), {'__new__': lambda c: object.__new__(c, 1)})()); attempt(lambda: type('Z', (), {'__init__': lambda s: 5})())
class En(enumerate):
    pass
print(list(En('ab')))
class Rg(reversed): pass
print(list(Rg([1,2])))
class MP(map): pass
print(list(MP(str, [1])))
