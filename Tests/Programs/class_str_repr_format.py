# __str__, __repr__, __format__ and which one print, str, f-strings and containers use.
class Both:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
class OnlyRepr:
    def __repr__(self): return 'only-repr'
class OnlyStr:
    def __str__(self): return 'only-str'
class Formatted:
    def __format__(self, spec): return '<' + spec + '>'

b = Both()
print(b, str(b), repr(b), [b], {b: b}, (b,), f'{b} {b!r} {b!s:>5} {b!a}', '%s %r' % (b, b), '{} {!r}'.format(b, b))
r = OnlyRepr()
print(r, str(r), [r], f'{r}')
print(OnlyStr(), str(OnlyStr()))
print(f'{Formatted()} {Formatted():abc}', format(Formatted(), 'x'), '{:>{}}'.format(Formatted(), 3))
class BadStr:
    def __str__(self): return 5
class BadRepr:
    def __repr__(self): return None
for f in (lambda: str(BadStr()), lambda: repr(BadRepr()), lambda: format(object(), 'x')):
    try:
        f()
    except TypeError as e:
        print(e)
