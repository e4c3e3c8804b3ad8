# Subclasses of the builtin classes. Part 1.
def attempt(f, *a):
    try: print('ok', repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
for base in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, object, type, property, classmethod, staticmethod, super, Exception, BaseException, ValueError, OSError, KeyError, enumerate, zip, map, filter, reversed, UnicodeDecodeError):
    class S(base):
        extra = 1
        def hello(self): return 'hello'
    print(base.__name__, S.__mro__[1].__name__, S.__base__.__name__, [hasattr(S, n) for n in ('__dict__', '__weakref__')])
class I(int):
    def __add__(self, o): return 'I+'
    def __repr__(self): return 'I(%d)' % int(self)
i = I(5); i.tag = 't'
print(i + 1, 1 + i, i - 1, type(i - 1), i, str(i), [i], i.tag, -i, type(+i), I('7'), I('ff', 16), hash(i) == 5, i == 5, {5: 'x'}[i])
class F(float):
    def __str__(self): return 'F!'
print(F(1.5), repr(F(2.5)), F(1) + 2, '%s %r' % (F(1), F(2)), f'{F(3)} {F(3):.2f}', F('nan'))
class S(str):
    def upper(self): return 'UP'
    def __len__(self): return 99
s = S('abc'); s.z = 1
print(s, s.upper(), len(s), s + 'd', type(s + 'd'), s[0], type(s[:]), s == 'abc', hash(s) == hash('abc'), {'abc': 1}[s], str(s), type(str(s)), 'x'.join([s, s]), s * 2, type(s.lower()), f'{s:>5}', S(b'x', 'utf8'))
