# chr, ord, hex, oct, bin, ascii, int with index objects.
print([chr(c) for c in (65, 97, 228, 8364, 128512)], [ord(c) for c in 'Aaä€😀'], chr(0) == '\0', ord('\n'), ''.join(chr(ord('a') + i) for i in range(26)))
print(hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(0), bin(2**65), hex(10**20), ascii('é😀a'), ascii(['ñ']))
class I:
    def __index__(self): return 10
print(hex(I()), bin(I()), [0] * I(), len(range(I())))
def caesar(text, k):
    out = ''
    for c in text:
        if c.isalpha() and c.isascii():
            base = ord('A') if c.isupper() else ord('a')
            out += chr((ord(c) - base + k) % 26 + base)
        else:
            out += c
    return out
secret = caesar('Hello, World ñ!', 3)
print(secret, caesar(secret, -3))
for f in (lambda: hex('a'), lambda: bin(1.5), lambda: chr(1.0), lambda: ord(b'ab')):
    try:
        f()
    except TypeError as e:
        print(e)
