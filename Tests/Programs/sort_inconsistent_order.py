"""Sorting with keys that have no consistent order, that raise or that look: the comparisons come in CPython's order."""
import math


class Logged:
    def __init__(self, n, log):
        self.n, self.log = n, log

    def __lt__(self, other):
        self.log.append((self.n, other.n))
        if len(self.log) == 400:
            raise KeyError('enough')
        return self.n < other.n


seed = 12345


def below(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed // 65536 % n


for size in 3, 10, 64, 65, 130, 300:
    values = [below(size) / 7 if below(5) else math.nan for _ in range(size)]
    mixed = [v if below(2) else int(v) if v == v else 0 for v in values]
    print(size, sorted(values), sorted(mixed, reverse=True)[:40], sorted(values, key=lambda x: -x)[-40:])
for size, shape in (9, lambda i: i), (40, lambda i: -i // 3), (90, lambda i: i % 7), (150, lambda i: below(9)), (200, lambda i: (i // 50) * (i % 50)):
    log = []
    data = [Logged(shape(i), log) for i in range(size)]
    try:
        data.sort()
    except KeyError as e:
        print(e)
    print(size, len(log), hash(tuple(log)), [x.n for x in data][:30], len({id(x) for x in data}))
print(sum({False: 1, 1.5: 2, 7: 3}), sum([0.1, True, 2 ** 70]), max([math.nan, 1, 2]), ','.join(c for c in 'abc'), ''.join(['x']))
