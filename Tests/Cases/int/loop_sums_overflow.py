# Sums and products that leave 64 bits in a typed loop.
def total(n: int) -> int:
    s = 2 ** 62
    for i in range(n):
        s += i * i
    return s
def product(values):
    p = 1
    for v in values:
        p *= v
    return p
print(total(10), total(3000000) if False else total(3000), product(range(1, 30)), product([2 ** 31] * 3), product([-1] * 5 + [2 ** 63]))
x = 2 ** 63 - 1
x += 1
print(x, -x, x - 1, -x - 1, abs(-x), x * -1)
i = -2 ** 63
i -= 1
print(i, -i, ~i, i // -1, i % -1)
