# The only operation of a try block that can raise is a float division with a remainder: its handler is reached.
def modulo(a: float, b: float):
    try:
        result = a ** 0.5 % (b // 0.1)
    except ZeroDivisionError as error:
        return str(error)
    return result


def floor():
    try:
        value = 2.5 // 0.1
    except Exception as error:
        value = error
    return value


def local_only():
    try:
        unused: float = 0.1 ** 0.5 % (2.5 // 0.1)
    except Exception as error:
        pass


print(modulo(4.0, 2.0), modulo(4.0, 0.0), modulo(4, 0), floor(), local_only())
