# A report with nested f-strings, format specs from variables and joined generators.
rows = [('apples', 3, 0.5), ('watermelons', 12, 3.25), ('figs', 0, 0.1), ('größe', 100, 1e6)]
w = max(len(name) for name, *_ in rows)
for name, n, price in rows:
    total = n * price
    mark = '!' if total > 1000 else ' '
    print(f'{name:<{w}} {n:>4d} x {price:>{w}.2f} = {total:>14,.2f}{mark} {"#" * min(n, 5):<5}|{n / 112:6.1%}')
print('=' * (w + 10), f'{sum(n for _, n, _ in rows)=}', f'{rows[0][0]!r:^20}', sep='\n')
print('\n'.join(f'{i:02d}: {", ".join(f"{x!s:>{i + 3}}" for x in r)}' for i, r in enumerate(rows)))
print('%-12s|%6.2f|%+d' % ('total', sum(n * p for _, n, p in rows), -5), '{:>8}|{:^8}|{:<8}|'.format(*'abc'))
table = [['', *(str(i) for i in range(1, 6))]] + [[str(i), *(f'{i * j}' for j in range(1, 6))] for i in range(1, 6)]
print('\n'.join(''.join(cell.rjust(4) for cell in line) for line in table))
