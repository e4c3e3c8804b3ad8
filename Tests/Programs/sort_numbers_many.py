"""Long lists of numbers: sorted by digits, equal keys keep their order, whatever mixes among them."""
import math

seed = 12345


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 4) % n


def check(values, key=None, reverse=False):
    got = sorted(values, key=key, reverse=reverse)
    keys = [(v if key is None else key(v)) for v in got]
    ok = all((a >= b if reverse else a <= b) for a, b in zip(keys, keys[1:]))
    return ok, len(got), sum(len(repr(v)) * i % 97 for i, v in enumerate(got)), got[:2], got[-1]


ints = [rnd(1_000_000) - 500_000 for _ in range(20_000)]
print(check(ints), check(ints, reverse=True), check(ints, key=abs), check(ints, key=lambda v: -v % 1000))
print(sorted(ints) == [v for v, _ in sorted((v, i) for i, v in enumerate(ints))])
order = sorted(range(len(ints)), key=lambda i: ints[i] // 1000)
print(all(ints[a] // 1000 < ints[b] // 1000 or a < b for a, b in zip(order, order[1:]) if ints[a] // 1000 == ints[b] // 1000))
down = sorted(range(len(ints)), key=lambda i: ints[i] // 1000, reverse=True)
print(all(a < b for a, b in zip(down, down[1:]) if ints[a] // 1000 == ints[b] // 1000))
wide = [v * 2**40 for v in ints[:1000]] + [2**62 - 1, -(2**62)]
print(check(wide), check(wide + [2**70, -(2**70)]), check(ints[:2000] + [0.5, True]))
floats = [(rnd(2001) - 1000) / 8 for _ in range(5000)] + [0.0, -0.0, math.inf, -math.inf, 1e300, -5e-324]
print(check(floats), check(floats, reverse=True))
zeros = [(-0.0 if rnd(2) else 0.0) for _ in range(600)] + [float(rnd(3) - 1) for _ in range(600)]
print([str(z) for z in sorted(zeros) if z == 0] == [str(z) for z in zeros if z == 0])
with_nan = floats[:500] + [math.nan] + floats[500:1000]
print([repr(v) for v in sorted(with_nan)][:4], len(sorted(with_nan)))
flat = [0.5] * 3
flat.extend((rnd(999) / 4 for _ in range(3000)))
flat.sort()
print(flat[0], flat[1500], flat[-1])
nearly = list(range(3000))
nearly[5], nearly[2000] = nearly[2000], nearly[5]
print(check(nearly), check(nearly[::-1]), check([7] * 1000), check([1, 2] * 500))
