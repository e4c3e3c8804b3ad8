# f-strings: nesting, quotes, debug form, conversions, specs of specs, multi-line, escapes.
x, w, name = 3.14159, 10, 'é'
print(f'{x}', f'{x:.2f}', f'{x:{w}.{w // 5}f}|', f'{name!r}', f'{name!a:>8}', f'{x=}', f'{x = }', f'{x=:.1f}', f'{name=!s}', f'{1 + 1 = }', f'{{}}', f'{{{x:.0f}}}', f'{"nested " + f"{w}"}', f'{"a" if w else "b"}', f'{(lambda: 5)()}', f'{ {"k": 1}["k"] }', f'{[i for i in range(3)]}', f'a' f'{w}' 'b', rf'\n{w}\t', f'\N{BULLET} {w}', f'\x41{w}\u00e9', F'{w!s:*^6}', f"{'\n'.join(['a', 'b'])}", f'{w:#x} {w:b} {w:,}', f'{None} {True} {...}')
print(f'''{
    w
    + 1  # comment
} {name
!r}''', f'{w,}', f'{*[1, 2],}', f'{w:}', f'{"}"}', f'{w!r:^{w}}', f'{x:{"." + str(2) + "f"}}', f'{f"{f"{w}"}"}', f'{lambda_ if (lambda_ := 2) else 0}')
class F:
    def __format__(self, s): return '<%s>' % s
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(f'{F()} {F():x{w}y} {F()!s} {F()!r:>6} {F()=} {F()=!s} {F()=:z}')
for f in (lambda: f'{undefined}', lambda: f'{w:zz}', lambda: f'{"a":d}', lambda: f'{1 / 0}'):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
