# str falls back to repr; wrong results are refused; containers use repr.
class R:
    def __repr__(self): return 'R!'
class S:
    def __str__(self): return 'S!'
    def __repr__(self): return 'r(S)'
class Bad:
    def __repr__(self): return 5
class BadStr:
    def __str__(self): return b'x'
class Sub(str): pass
class ViaSub:
    def __str__(self): return Sub('sub')
print(str(R()), R(), [R(), S()], (S(),), {S(): R()}, f'{S()} {S()!r} {S()!a}', '%s %r' % (S(), S()))
for f in (repr, str, ascii):
    try:
        print(f(Bad()))
    except TypeError as error:
        print(error)
try:
    print(str(BadStr()))
except TypeError as error:
    print(error)
print(type(str(ViaSub())).__name__, str(S))
class E(Exception):
    def __str__(self): return 'E!'
print(repr(E(1)), str(E(1)))
class A:
    pass
print(repr(A()).startswith('<class.') or repr(A()).startswith('<' + __name__ + '.A object at 0x'))
