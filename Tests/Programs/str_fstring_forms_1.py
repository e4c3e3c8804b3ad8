# f-strings: nesting, conversions, specifications, errors. Part 1.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
x, w, p = 3.14159, 10, 2
s = 'str'
print(f'{x}', f'{x:.2f}', f'{x:{w}.{p}f}|', f'{x!r:>10}', f'{s!s:<6}|', f'{s!a}', f'{x=}', f'{x = }', f'{x=:.1f}', f'{s=!s}', f'{s = !r:>8}', f'{{}} {{{x}}}', f'{"nested" + f"{s}"}', f'{x + 1 = }')
print(f'{s:{"^" + str(w)}}|', f'{[i for i in range(3)]}', f'{ {"a": 1}["a"] }', f'{lambda_ if 0 else "l"}', f'''{
    s
}''', f"{'a' 'b'}", f'{s[0]}{s[-1]}', f'{(lambda q: q * 2)(4)}', f'{s!r}', rf'\n{s}', f'\n{s}\t', F'{1}', fr'{2}\d', f'{1:>{3}}' f'{2}' 'x' f'{3}', f'{"\n"}', f'{'single'}', f"{s.replace('s', "d")}")
class Fm:
    def __format__(self, spec): return 'spec<%s>' % spec
    def __repr__(self): return 'R\xe9'
    def __str__(self): return 'S'
o = Fm()
print(f'{o}', f'{o:abc}', f'{o!r}', f'{o!s:>4}', f'{o!a}', f'{o:{s}{w}}', f'{o:%H:%M}', f'{o:{{}}}' if 0 else '', f'{o=}', f'{o=:x}')
class BadF:
    def __format__(self, spec): return 5
attempt(lambda: f'{BadF()}'); attempt(lambda: f'{x:q}'); attempt(lambda: f'{s:d}'); attempt(lambda: f'{5:s}'); attempt(lambda: f'{object():x}'); attempt(lambda: f'{[]:5}'); attempt(lambda: f'{None:5}'); attempt(lambda: f'{undefined}'); attempt(lambda: f'{1/0}'); attempt(lambda: f'{5:1000000000000000000000}'); attempt(lambda: f'{5:.}'); attempt(lambda: f'{True:d} {True} {True:5}'); attempt(lambda: f'{5:c}{97:c}'); attempt(lambda: f'{-5:c}')
print(f'{10:b} {255:x} {255:#X} {8:o} {1234567:,} {1234567:_} {0.5:%} {1e10:g} {5:+} {5: } {-5:05} {5:*^7} {3+4j:.1f} {True!r:>6}')
y = 5
print(f'{y:=+5}', f'{y!=5}', f'{y==5}', f'{y>=5=}', f'{y:=^5}', f'{(y:=6)}', y)
