# Things that look loop-invariant but are changed inside the loop.
class Box:
    def __init__(self): self.limit, self.items = 5, []

def attribute(box):
    n = 0
    while n < box.limit:
        n += 1
        if n == 3:
            box.limit = 7
    return n

def length(items):
    seen = 0
    i = 0
    while i < len(items):
        seen += 1
        if items[i] == 'pop':
            items.pop()
        i += 1
    return seen

LIMIT = 3
def set_limit(n):
    global LIMIT
    LIMIT = n
def global_bound():
    out = []
    i = 0
    while i < LIMIT:
        out.append(i)
        if i == 1:
            set_limit(5)
        i += 1
    return out

def dictionary(d):
    out = []
    for i in range(4):
        out.append(d['k'])
        if i == 1:
            d['k'] = 'changed'
    return out

def through_alias(a):
    b = a
    total = 0
    for i in range(len(a)):
        b[-1] = i * 10
        total += a[-1]
    return total

def division(values, d):
    out = []
    for v in values:
        if d:
            out.append(v // d)
        d -= 1
    return out

def rebound_function():
    f = len
    out = []
    for i in range(3):
        out.append(f('abc'))
        f = str.upper
    return out
print(attribute(Box()), length([1, 'pop', 2, 3, 'pop', 4]), global_bound(), dictionary({'k': 'start'}), through_alias([0, 0, 0]), division([10, 20, 30], 1))
print(rebound_function())
def method_rebound(box):
    out = []
    for i in range(4):
        out.append(box.area())
        if i == 1:
            Box.area = lambda self: 'patched'
    return out
Box.area = lambda self: 'first'
print(method_rebound(Box()))
