# Subclasses of the builtin classes. Part 3.
class FS(frozenset): pass
print(FS([1]), FS([1]) | {2}, hash(FS([1])) == hash(frozenset([1])), FS())
class B(bytes): pass
print(B(b'ab'), B(b'ab')[0], B(b'x') + b'y', B(3), type(B(b'x')[:]))
class BA(bytearray): pass
ba = BA(b'ab'); ba.append(99); print(ba, ba[0:2], type(ba[:]))
class C(complex): pass
print(C(1, 2), C(1, 2) * 2, C('1+2j'))
class M(type):
    def __repr__(cls): return 'M:' + cls.__name__
    def __getitem__(cls, k): return k
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 7
    def __contains__(cls, k): return k == 3
    def __instancecheck__(cls, o): return o == 4
    def __subclasscheck__(cls, o): return o is int
    def __bool__(cls): return False
    def __add__(cls, o): return 'added'
    def __call__(cls, *a): return ('inst', a)
    def __getattr__(cls, n): return 'meta ' + n
    def __eq__(cls, o): return True
    def __hash__(cls): return 1
    def __dir__(cls): return ['z', 'a']
class MC(metaclass=M): pass
print(MC, MC[5], list(MC), len(MC), 3 in MC, isinstance(4, MC), issubclass(int, MC), bool(MC), MC + 1, MC(1), MC.nope, MC == 1, hash(MC), dir(MC))
