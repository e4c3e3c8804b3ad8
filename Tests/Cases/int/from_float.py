"""Floats as ints: truncation to zero, big values exactly, nan and infinities."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (int(-1.9), int(1.9), int(-0.0))))
print(attempt(lambda: (int(1e22), int(1e23), int(-1e300) % 10**9)))
print(attempt(lambda: int(float('nan'))))
print(attempt(lambda: int(float('inf'))))
print(attempt(lambda: int(-float('inf'))))
print(attempt(lambda: (round(2.5), round(3.5), round(-2.5), round(-0.5))))
print(attempt(lambda: (round(1e30) == 10**30, round(1e30))))
print(attempt(lambda: (round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(5, -2))))
print(attempt(lambda: (round(123456789012345678905, -1), round(123456789012345678915, -1))))
print(attempt(lambda: (round(7, 3), round(7, 10**30))))
print(attempt(lambda: (round(7, -10**2))))
print(attempt(lambda: (round(7, 1.0))))
print(attempt(lambda: (round(True), round(True, -1))))
print(attempt(lambda: round(float('nan'))))
print(attempt(lambda: round(float('inf'))))
print(attempt(lambda: (round(float('nan'), 2), round(float('-inf'), 2))))
