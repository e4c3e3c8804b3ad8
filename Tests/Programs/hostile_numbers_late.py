# Numbers that stop being what the loop was compiled for on its last round.


def powers(n):
    v = 1
    for i in range(n):
        v *= 3
    return v


def summed(values):
    s = 0
    for v in values:
        s += v
    return s


def annotated(x: int, y: float) -> int:
    return x + y


def shifts(n):
    v = 1
    out = []
    for i in range(n):
        v <<= 9
        out.append(v)
    return out[-1]


def floats(n):
    x = 1.0
    for i in range(n):
        x = x * 10.0
        if i == n - 1:
            x = x + (1 << 60)
    return x


def mixed(n):
    s = 0
    for i in range(n):
        if i == n - 1:
            s += "text" if n == 4 else 0.5
        else:
            s += i
    return s


def negate(n):
    v = -1
    for i in range(n):
        v = v * 2
    return -v, abs(v), v // -1, v % -1


def compare(a: int, b: int) -> bool:
    return a < b


def divide(a, b):
    try:
        return a // b, a % b, a / b
    except ZeroDivisionError as e:
        return str(e)


def main():
    print(powers(39), powers(40), powers(41))
    print(summed([1, 2, 3]), summed([1, 2, 1 << 62, 1 << 62]), summed([1, 0.5]), summed([True, 2]))
    print(annotated(1, 2), annotated(1.5, 2), annotated("a", "b"), annotated([1], [2]), annotated(1 << 90, 1))
    print(shifts(5), shifts(9))
    print(floats(3), floats(20))
    print(mixed(3))
    try:
        print(mixed(4))
    except TypeError as e:
        print(e)
    for n in (61, 62, 63, 64):
        print(negate(n))
    print(compare(1, 2), compare("a", "b"), compare(1 << 80, 1), compare(1.5, float("nan")), compare(True, 2))
    for a, b in ((7, 2), (-7, 2), (7, -2), (7, 0), (-(1 << 63), -1), (7.5, 2), (1 << 70, 3), (True, True)):
        print(divide(a, b))


main()
