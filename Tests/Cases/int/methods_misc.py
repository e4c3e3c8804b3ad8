"""Other methods and attributes of ints and bools."""
five = 5


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ((5).numerator, (5).denominator, (5).real, (5).imag, True.real, True.numerator)))
print(attempt(lambda: ((5).as_integer_ratio(), True.as_integer_ratio(), (5).is_integer(), (5).conjugate())))
print(attempt(lambda: ((2**70).__index__(), True.__index__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__())))
print(attempt(lambda: ((5).__round__(-1), (5).__round__(), (5).__getnewargs__(), True.__getnewargs__())))
print(attempt(lambda: ((5).__add__('x'), (5).__radd__(2.0), (5).__pow__(2, 3), (5).__rpow__(2), (5).__rpow__(2, 7))))
print(attempt(lambda: ((5).__divmod__(2), (5).__rdivmod__(2), (5).__lshift__('x'), (5).__eq__(5.0), (5).__lt__(5.5))))
print(attempt(lambda: (hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(-(2**61 - 1)), hash(2**200))))
print(attempt(lambda: (int(), int('5'), int(5.5), int(True), type(int(True)))))
print(attempt(lambda: int.__add__(1)))
print(attempt(lambda: (int.__add__('a', 1))))
print(attempt(lambda: (int.real.__get__(5))))
print(attempt(lambda: (5).x))
print(attempt(lambda: (setattr(5, 'x', 1))))
print(attempt(lambda: (setattr(5, 'real', 1))))
print(attempt(lambda: five()))
print(attempt(lambda: five[0]))
print(attempt(lambda: len(5)))
print(attempt(lambda: iter(5)))
