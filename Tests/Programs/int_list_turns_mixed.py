# A list of ints that becomes mixed halfway: sums before, sees other types after.
def describe(values):
    parts = []
    for v in values:
        parts.append(type(v).__name__ + ':' + str(v))
    return ' '.join(parts)

def total(values):
    t = 0
    for v in values:
        t += v
    return t

data = [1, 2, 3, 4, 5, 6]
print(total(data), describe(data))
data[3] = 2.5
print(total(data), describe(data))
data[0] = 2**70
print(total(data), describe(data))
data.append('seven')
data[1] = None
print(describe(data))
try:
    total(data)
except TypeError as e:
    print(e)
data[1:] = [True, False]
print(total(data), describe(data))
