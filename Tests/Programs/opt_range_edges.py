# Counters and indices at the edges of 64 bits and of lists; nothing wraps, nothing is skipped.
M = 2**63
print([i for i in range(M - 3, M + 2)], [i for i in range(-M + 1, -M - 3, -1)])
print([i for i in range(M - 10, M, 4)], list(range(M, M - 3, -2)))
def sum_to(n):
    total = 0
    for i in range(n + 1):
        total += i * i * i
    return total
print(sum_to(10), sum_to(100000))
def down(n):
    out = []
    while n > -3:
        out.append(n)
        n -= 2
    return out
print(down(4), down(-2**70))
a = list(range(5))
def at(i):
    try:
        return a[i]
    except IndexError as e:
        return str(e)
print([at(i) for i in (-6, -5, -1, 0, 4, 5)])
try:
    a[2**64]
except IndexError as e:
    print(e)
print(a[-2**70:2**70], a[2**64:], 'abc'[:2**63], a[::2**65])
def index_loop(step):
    i, out = 0, []
    while 0 <= i < len(a):
        out.append(a[i])
        i += step
    return out
print(index_loop(1), index_loop(2), index_loop(-1), index_loop(M))
def middle(lo, hi):
    return (lo + hi) // 2
print(middle(M - 1, M - 3), middle(-M, -M + 1), middle(M, M + 2))
x = M - 1
for k in range(3):
    x = x + 1 if k != 1 else x - 1
    print(x, -x, x // 2, x % 10, x & 0xff, x ^ -1, x << 1, x >> 1)
print(abs(-M), -(-M), -M // -1, divmod(-M, -1), M % -M, (M - 1) * (M - 1), -M * -M, -M - 1)
