"""to_bytes and from_bytes: order, sign, overflow, defaults, sources."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ((1024).to_bytes(2), (1024).to_bytes(2, 'little'), (5).to_bytes())))
print(attempt(lambda: ((-1).to_bytes(3, 'big', signed=True), (-128).to_bytes(1, signed=True))))
print(attempt(lambda: ((128).to_bytes(1, signed=True))))
print(attempt(lambda: ((-129).to_bytes(1, signed=True))))
print(attempt(lambda: (-1).to_bytes(1)))
print(attempt(lambda: (256).to_bytes(1)))
print(attempt(lambda: ((0).to_bytes(0), (0).to_bytes(3))))
print(attempt(lambda: (1).to_bytes(0)))
print(attempt(lambda: (1).to_bytes(-1)))
print(attempt(lambda: ((1).to_bytes(1, 'middle'))))
print(attempt(lambda: ((1).to_bytes(1, 2))))
print(attempt(lambda: (1).to_bytes('1')))
print(attempt(lambda: ((2**80 + 3).to_bytes(12, byteorder='little', signed=False))))
print(attempt(lambda: (int.from_bytes(b''), int.from_bytes(b'\xff'), int.from_bytes(b'\xff', signed=True))))
print(attempt(lambda: (int.from_bytes(b'\x01\x00', 'little'), int.from_bytes([1, 2, 3]), int.from_bytes(bytearray(b'\x80'), 'big', signed=True))))
print(attempt(lambda: (int.from_bytes((255, 256)))))
print(attempt(lambda: int.from_bytes('ab')))
print(attempt(lambda: int.from_bytes(5)))
print(attempt(lambda: (int.from_bytes(b'a', 'x'))))
print(attempt(lambda: int.from_bytes([1.0])))
print(attempt(lambda: (bool.from_bytes(b'\x00'), bool.from_bytes(b'\x07'), type(bool.from_bytes(b'\x01')))))
