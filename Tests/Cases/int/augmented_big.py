# Augmented assignment over the borders of the word, in a loop.
n = 1
out = []
for step in range(70):
    n *= 3
    n -= step
    n |= 1
    if step % 10 == 9:
        out.append(n)
print(out)
n //= 7; print(n)
n %= 1000003; print(n)
n **= 5; print(n)
n >>= 3; print(n)
n <<= 60; print(n)
n ^= -1; print(n)
n &= 2 ** 64 - 1; print(n)
