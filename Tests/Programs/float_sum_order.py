# Sums of floats: a loop accumulates rounding errors, sum() of floats compensates (as 3.12 and later do).
values = [0.1] * 10
t = 0.0
for v in values:
    t += v
print(t, sum(values), t == sum(values))
print(sum([1e100, 1.0, -1e100]), sum([1.5, 2, 3.5]), sum([]), sum([0.1, 0.2], 0.3), sum([1, 2, 0.5]))
acc = 0.0
for k in range(1, 10001):
    acc += 1.0 / (k * k)
print(acc)
