"""sum() of floats is compensated; ints, bools, starts and other types are mixed in."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: (sum([0.1] * 10), sum([0.1] * 10, 0.0), sum([1e16, 1.0, -1e16]), sum([1e100, 1.0, -1e100]))))
print(attempt(lambda: (sum([1, 0.5, 2**60, True]), sum([0.5, 1, 2**70]), sum([0.1, 0.2, 0.3], -0.6), sum([0.1] * 3, 1))))
print(attempt(lambda: (sum([1e308, 1e308, -1e308]), sum([float('inf'), 1.0]), sum([float('inf'), -float('inf')]), sum([1e308] * 2 + [float('-inf')]))))
print(attempt(lambda: (sum([-0.0]), sum([-0.0], -0.0), sum([], -0.0), sum([]), sum([], 'x') if False else 0)))
print(attempt(lambda: (sum([0.1, 1j, 0.2]), sum([1j, 0.1, 0.2, 0.3]), sum([0.1, 0.2, 0.3, 0j]))))
print(attempt(lambda: (sum(['a'], 'b'))))
print(attempt(lambda: (sum([b'a'], b'b'))))
print(attempt(lambda: (sum([bytearray(b'a')], bytearray()))))
print(attempt(lambda: (sum([[1], [2]], []), sum(((1,), (2,)), ()))))
print(attempt(lambda: (sum([1, 'a']))))
print(attempt(lambda: sum(['a'])))
print(attempt(lambda: sum(5)))
print(attempt(lambda: (sum([1], start=2), sum([0.1, 0.2], start=0.3))))
print(attempt(lambda: sum()))
print(attempt(lambda: (sum([1], 2, 3))))
print(attempt(lambda: (sum([0.1, None]))))
print(attempt(lambda: (sum([2**62, 2**62, 0.5]), sum([2**63 - 1, 1]), sum([True, True]), sum(range(10**5)))))
