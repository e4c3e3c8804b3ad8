# Format specifications for strings and other objects.
for spec in ('', 's', '8', '<8', '>8', '^8', '*^8', '.2', '8.2', 'é>6', '08'):
    print(spec, [format(v, spec) for v in ('', 'abc', 'long string', 'ñ😀')])
print(f'{"x":{"-"}^{5}}', f'{"abc":.{2}}', format(None), format([1]), f'{(1, 2)}', f'{None!s:>6}', f'{[1]!r:<5}|')
for value, spec in (('a', 'd'), ('a', '=5'), ('a', ','), ('a', '+'), (None, '5'), ([], '>3'), ('a', '5.2x')):
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
