# Indexing and slicing of strings with ASCII, non-ASCII and emoji characters.
for s in ('hello', 'héllo wörld', 'a😀b👍c', '日本語テキスト', 'mixed ñ 😀 end'):
    print(len(s), s[0], s[-1], s[1], s[1:3], s[-3:], s[::2], s[::-1], s[2:-1], [c for c in s], s[len(s) // 2])
s = 'añ😀'
print([ord(c) for c in s], [hex(ord(c)) for c in s], chr(128512), chr(241), chr(0x10ffff) == '\U0010ffff')
print(s[5:], repr(s[3:1]), s[-100:100], s * 2, s + 'é', 'ñ' in s, s.index('😀'), list(enumerate(s)), s == 'a\u00f1\U0001f600')
for i in (3, -4, 100):
    try:
        s[i]
    except IndexError as e:
        print(e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord(''), lambda: ord(5)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
