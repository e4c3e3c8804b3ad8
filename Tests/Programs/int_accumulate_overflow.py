# Sums, products and polynomial hashes that leave 64 bits inside a hot loop.
def checksum(text):
    h = 0
    for c in text:
        h = h * 31 + ord(c)
    return h

def weighted(values):
    total = 0
    for i, v in enumerate(values):
        total += v * (i + 1)
    return total

print(checksum('abc'), checksum('the quick brown fox jumps over the lazy dog'))
print(weighted([2**60] * 10))
print(sum([2**62, 2**62, 2**62]), sum(range(10**6)) * 10**15)
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)
