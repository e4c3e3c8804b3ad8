# A pipeline of generators and generator methods of a class; early stop releases the chain.
def lines(text):
    try:
        for line in text.split('\n'):
            yield line
    finally:
        print('source closed')

def stripped(it):
    for line in it:
        line = line.strip()
        if line and not line.startswith('#'):
            yield line

def pairs(it):
    for line in it:
        key, _, value = line.partition('=')
        yield key.strip(), value.strip()

text = '''# comment
a = 1

b=2
  c =  three
'''
print(dict(pairs(stripped(lines(text)))))
p = pairs(stripped(lines(text)))
print(next(p))
del p
class Tree:
    def __init__(self, *children): self.children = children
    def __iter__(self):
        for c in self.children:
            if isinstance(c, Tree):
                yield from c
            else:
                yield c
t = Tree(1, Tree(2, Tree(3), 4), Tree(), 5)
print(list(t), sum(t), 3 in t, max(t), sorted(t, reverse=True))
def chunks(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
print(list(chunks('abcdefgh', 3)))
