"""Shifts and bit operations of big and negative ints."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (1 << 64, -1 << 64, 5 << 0)))
print(attempt(lambda: 1 << -1))
print(attempt(lambda: 1 >> -1))
print(attempt(lambda: (-1 >> 1000, -5 >> 1, 5 >> 10**30, -5 >> 10**30)))
print(attempt(lambda: 0 << 10**30))
print(attempt(lambda: 1 << 10**30))
print(attempt(lambda: ((-2**70) >> 3, (2**70 + 1) >> 69, (-2**70 - 1) >> 69)))
print(attempt(lambda: ((-2**70) & (2**65 - 1), (-2**70) | 1, (-2**70) ^ (2**70))))
print(attempt(lambda: (-1 & 2**100, -1 | 2**100, -1 ^ 2**100)))
print(attempt(lambda: (~(2**64), ~-(2**64), ~0)))
print(attempt(lambda: (True & 1, True & True, True | 2, True ^ True, ~True)))
print(attempt(lambda: ((-256).bit_length(), (0).bit_length(), (2**64).bit_length(), (-2**64 + 1).bit_length())))
print(attempt(lambda: ((-255).bit_count(), (2**100 - 1).bit_count())))
print(attempt(lambda: 1 & 1.0))
print(attempt(lambda: 1 | 'x'))
print(attempt(lambda: 1 << 1.0))
print(attempt(lambda: 1 >> None))
