# while loops with several exits, nested conditions and a state variable.
def scan(text):
    state, i, word, out = 'start', 0, '', []
    while True:
        c = text[i] if i < len(text) else None
        if state == 'start':
            if c is None:
                break
            elif c == '"':
                state = 'quoted'
            elif not c.isspace():
                state, word = 'word', c
        elif state == 'word':
            if c is None or c.isspace():
                out.append(word)
                state = 'start'
                if c is None:
                    break
            else:
                word += c
        elif state == 'quoted':
            if c is None:
                out.append('unterminated ' + word)
                break
            if c == '"':
                out.append(repr(word))
                state, word = 'start', ''
            else:
                word += c
        i += 1
    return out
for t in ('a bc  d', 'x "y z" w', '"open', '', '   ', '""'):
    print(repr(t), scan(t if '"' not in t else t))
n, steps = 27, 0
while n != 1 and steps < 1000:
    n = 3 * n + 1 if n & 1 else n >> 1
    steps += 1
print(n, steps)
a, b = 1071, 462
while b: a, b = b, a % b
print(a)
while (k := steps) > 100:
    steps //= 2
print(k, steps)
