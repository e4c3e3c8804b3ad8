# f-strings: nesting, conversions, specifications, errors. Part 2.
x, w, p = 3.14159, 10, 2
s = 'str'
print(f'{x:{w}.{p}}', f'{w:{"0"}>{p+3}}')
print(f'{"a":>{"5"}}' f"{'''q'''}", f'{1,2}', f'{*[1,2],}', f'{yield_ if False else 3}')
def g(): print(f'{(yield 1)}')
it = g(); next(it)
try: it.send('sent')
except StopIteration: pass
print(f'a{x!r}b{{c}}d{s}e', f'', f'{""}', f'{"":5}|')
order = []
def t(v): order.append(v); return v
f'{t(1)}{t(2):{t(3)}}{t(4)}'; print(order)
print(f"{s
  }", f'{s  # comment
}')
print(f'{x:\x3e10}', f'{x:\N{GREATER-THAN SIGN}10}', f'\N{BULLET}{x}')
print('%s' % f'{x}', f'{x}' 'y' f'{s}'.upper())
print(f'{f"{f"{1}"}"}', f'{s:{f"{w}"}}|', f'{{{{}}}}', f'}}{{')
print(f"{'é'!a} {'é'}", f'{x!r}{x!s}')
class D(dict):
    pass
d = D(a=[1, {'k': 'v'}])
print(f"{d['a'][1]['k']}", f'{d["a"][0]:03d}')
print(f'{3!r:^{4}}|{3.0!s}|{"x"!r:>{w}}')
