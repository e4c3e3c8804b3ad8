# An uncaught TypeError of a binary operator in a longer line.
def mix(a, b, c):
    x = a * 2 + b - c
    return x
print(mix(1, 2, 3))
print(mix(1, 2, 'three'))
