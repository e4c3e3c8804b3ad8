# Half a million cycles and many short-lived objects: memory stays bounded (the runner limits it).
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

def cycle(i):
    a, b = Node(i), Node([i] * 20)
    a.other, b.other = b, a
    return a.name

total = 0
for i in range(500000):
    total += cycle(i)
print(total)
for i in range(200):
    big = [bytearray(1 << 20), [i] * 10000]
    big.append(big)
print(len(big))
text = ''
for i in range(100000):
    text += 'x'
print(len(text))
