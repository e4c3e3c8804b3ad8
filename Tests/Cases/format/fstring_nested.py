# Nested fields, quotes, conversions, = with spaces, lambdas, braces.
w, p, name = 10, 3, 'text'
v = 3.14159
print(f'{v:{w}.{p}}|{v:>{w}}|{v!r:<{w}}|{name!a}|{{}}|{{{v:.1f}}}')
print(f'{v=}|{v = }|{v=!s:>8}|{v=:.2f}|{name=}|{ 1 + 1 = }')
print(f'{"nested " + f"{f'{w}' + 'q'}"}', f"{'a' if w else 'b'}", f'{(lambda x: x * 2)(4)}', f'{ {"k": 1}["k"] }')
print(f'{w:#x} {w:08b} {-w:+d} {w:^{w}} {10**8:,} {1e10:_.1f} {0.25:.0%}', f'{w!r}', f'''{
    w
}''')
print(f'\x41{w}\n'.strip(), rf'\n{w}', f'{w:\x3e5}', F'{w}' 'plain' f'{p}', f'{"\n".join(["a", "b"])}')
class D:
    def __format__(self, s): return repr(s)
print(f'{D():}', f'{D():{w}{p}}', f'{D():a{{b}}c}', f'{D():%H:%M}', f'{D()}')
for bad in (lambda: f'{v:d}', lambda: f'{name:d}', lambda: f'{name:{"x"}}', lambda: f'{w:{v}}', lambda: f'{undefined}', lambda: f'{[]:5}'):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
