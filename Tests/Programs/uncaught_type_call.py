# An uncaught TypeError of a call with wrong arguments.
def area(width, height, *, unit):
    return width * height, unit
print(area(1, 2, unit='m'))
print(area(1, unit='m'))
