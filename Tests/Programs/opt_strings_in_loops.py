# String building and scanning in loops: concatenation with aliases, non-ASCII, slices, joins, comparisons.
def build(n):
    s = ''
    kept = []
    for i in range(n):
        s += chr(97 + i % 26)
        if i % 10 == 0:
            kept.append(s)
    return s, kept
s, kept = build(35)
print(s, kept)
def widen(n):
    s = 'a'
    for i in range(n):
        t = s
        s += ('é', '→', '😀', 'b')[i % 4]
        if len(s) != len(t) + 1 or not s.startswith(t):
            return 'wrong'
    return s
print(widen(8), len(widen(8)), widen(8)[3], widen(8)[-2:], widen(8).encode())
def count_vowels(text):
    n = 0
    for c in text:
        if c in 'aeiou':
            n += 1
    return n
def reverse(text):
    out = ''
    for c in text:
        out = c + out
    return out
def is_sorted(text):
    for i in range(len(text) - 1):
        if text[i] > text[i + 1]:
            return False
    return True
def compress(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(text[i] + (str(j - i) if j - i > 1 else ''))
        i = j
    return ''.join(out)
def digits(text):
    n = 0
    for c in text:
        if '0' <= c <= '9':
            n = n * 10 + (ord(c) - 48)
    return n
print(count_vowels('education'), reverse('añ😀b'), is_sorted('abcé'), is_sorted('ba'), is_sorted(''), compress('aaabccdddd'), compress('ééé😀😀x'))
print(digits('a1b2'), digits('9' * 25), [w for w in 'the end of it'.split() if w > 'g'])
attr = []
for word in ('one', 'two'):
    word += '!'
    attr.append(word)
print(attr, 'x' * 3 + 'y' * 2, ''.join(sorted('hello')), ''.join(reversed('añ😀')), '-'.join('añ'), 'abc' 'def'[1])
