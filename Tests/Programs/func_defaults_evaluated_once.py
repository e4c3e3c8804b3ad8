# Defaults are evaluated once, when the def is executed.
log = []

def make(name):
    log.append(name)
    return []

def collect(item, into=make('collect')):
    into.append(item)
    return into

print(collect(1), collect(2), collect(3, []), collect(4))
print(log)
n = 10
def late(x=n):
    return x
n = 20
print(late(), late(n), late.__defaults__)
functions = []
for i in range(3):
    def g(i=i, *, k=i * 10):
        return i, k
    functions.append(g)
print([g() for g in functions], functions[1].__kwdefaults__)
