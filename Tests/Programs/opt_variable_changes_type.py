# A loop variable that is int, then float, then str, then a list: each step uses the right operation.
def drift(n):
    x = 1
    seen = []
    for i in range(n):
        seen.append(x)
        if i == 3:
            x = x + 0.5
        elif i == 6:
            x = str(x)
        elif i == 9:
            x = [x]
        else:
            x = x * 2
    return seen

for value in drift(12):
    print(type(value).__name__, value)

def maybe(flag):
    r = None
    for i in range(3):
        if r is None:
            r = i if flag else 'text'
        else:
            r += r
    return r
print(maybe(True), maybe(False))

def swap_types(a, b):
    for _ in range(5):
        a, b = b, a
    return a, b
print(swap_types(1, 'one'), swap_types(None, 2.5))
def last_type(items):
    x = 0
    for x in items:
        pass
    return x
print(last_type([1, 2, 'z']), last_type([]), last_type([1.5]))
