"""float.hex and fromhex: normal, subnormal, rounding, and errors."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ((1.0).hex(), (-0.1).hex(), (0.0).hex(), (-0.0).hex(), (5e-324).hex(), (1.7976931348623157e308).hex())))
print(attempt(lambda: (float('inf').hex(), float('-inf').hex(), float('nan').hex(), (2.2250738585072014e-308).hex())))
print(attempt(lambda: (float.fromhex('0x1.8p3'), float.fromhex('1.8'), float.fromhex(' -0X.8P+1 '), float.fromhex('abc'), float.fromhex('0x1p-1074'))))
print(attempt(lambda: (float.fromhex('inf'), float.fromhex('-Infinity'), float.fromhex('nan'), float.fromhex('0x0p0'), float.fromhex('-0'))))
print(attempt(lambda: (float.fromhex('0x1p-1075'), float.fromhex('0x1.8p-1075'), float.fromhex('0x1.00000000000008p0'), float.fromhex('0x1.000000000000081p0'))))
print(attempt(lambda: float.fromhex('0x1p1024')))
print(attempt(lambda: float.fromhex('0x1.fffffffffffff8p1023')))
print(attempt(lambda: float.fromhex('0x1.fffffffffffff7p1023')))
print(attempt(lambda: float.fromhex('0x')))
print(attempt(lambda: float.fromhex('')))
print(attempt(lambda: float.fromhex('0x1p')))
print(attempt(lambda: float.fromhex('1.2.3')))
print(attempt(lambda: float.fromhex(1)))
print(attempt(lambda: float.fromhex('0x1p99999999999999999999')))
print(attempt(lambda: float.fromhex('0x1p-99999999999999999999')))
