"""format() of ints: every code, grouping, sign, fill, width, big ones, and what is refused."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (format(255, 'x'), format(255, '#X'), format(-255, '#b'), format(8, '#o'), format(97, 'c'))))
print(attempt(lambda: (format(1234567, ','), format(1234567, '_'), format(0xabcdef12, '_x'), format(-1234567, '012,'))))
print(attempt(lambda: (format(42, '<6'), format(42, '^7'), format(42, '>6'), format(-42, '=6'), format(42, '+'), format(42, ' '))))
print(attempt(lambda: (format(42, '*^+9,d'), format(0, '05'), format(-5, '05'), format(5, '#07x'), format(5, '+#07b'))))
print(attempt(lambda: (format(3, 'f'), format(3, 'e'), format(3, 'g'), format(3, '%'), format(10**20, 'e'), format(3, '.2f'))))
print(attempt(lambda: (format(2**100, ','), format(2**100, 'x'), format(-2**100, '_b')[:20])))
print(attempt(lambda: (format(3, '.2'))))
print(attempt(lambda: (format(3, '.2d'))))
print(attempt(lambda: (format(3, ',x'))))
print(attempt(lambda: (format(3, 's'))))
print(attempt(lambda: (format(3, 'q'))))
print(attempt(lambda: (format(-1, 'c'))))
print(attempt(lambda: (format(1114112, 'c'))))
print(attempt(lambda: (format(97, '+c'))))
print(attempt(lambda: (format(97, ',c'))))
print(attempt(lambda: (format(97, '#c'))))
print(attempt(lambda: (format(3, '_,'))))
print(attempt(lambda: (format(3, ',_'))))
print(attempt(lambda: (format(3, 'z'))))
print(attempt(lambda: (format(3, '10 d'))))
print(attempt(lambda: (format(True, 'd'), format(True), format(True, '5'), format(True, 's') if False else format(False, 'x'))))
print(attempt(lambda: (format(10**310, 'f'))))
print(attempt(lambda: (format(3, 5))))
print(attempt(lambda: (format(3, '999999999999999999999'))))
print(attempt(lambda: (f'{5:{3}}', f'{5:{"0"}{4}}', f'{255:#{6}x}')))
