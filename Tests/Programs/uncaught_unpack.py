# Unpacking errors, in an assignment and in a for loop.
def split(pairs):
    total = 0
    for name, value in pairs:
        total += value
    return total
print(split([('a', 1), ('b', 2)]))
split([('a', 1), ('b', 2, 3)])
