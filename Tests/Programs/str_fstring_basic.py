# f-strings: expressions, conversions, `=`, nesting, quotes, braces.
name, n, pi = 'world', 42, 3.14159
print(f'hello {name}', f'{n + 1} {n*2}', f'{name!r} {name!s} {name!a}', f'{{literal}} {{{n}}}', f'{n}{name}{pi}')
print(f'{n=} {n = } {name=} {name=!s} {pi=:.2f} {n + 1=}')
print(f'{name.upper()} {name[0]} {len(name)} {[i for i in range(3)]} {({"k": 1})["k"]} {(lambda x: x * 2)(4)}')
print(f'{f"{n}inner"} {'same quotes'} {f'{f'{1 + 1}'}'}', f'''{
    n
    + 1
}''')
width, prec = 10, 3
print(f'[{pi:{width}.{prec}f}] [{name:>{width}}] [{name:{"^"}{width}}] [{n:0{width}d}]')
print(f'{n if n > 5 else "small"} {n!r:>5} {None} {True} {[1, "a"]} {n:}', f'', f'a' 'b' f'{n}', rf'\n{n}', f'\n'.join('ab'))
print(f'{n:,} {n:x} {"a" "b"} {1,2} {*[1, 2], 3}', f"{'nested ' + f'{name:*^9}'}", f'{n:=+8}', f'{name!r:_<10}|')
