# Methods and attributes of int.
print((1000).to_bytes(2, 'big'), (1000).to_bytes(4, 'little'), (-2).to_bytes(2, 'big', signed=True))
print(int.from_bytes(b'\x03\xe8', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes(b'', 'big'))
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate())
print((10).bit_length(), (10).bit_count(), (3).is_integer(), (7).as_integer_ratio())
print((7).__add__(3), (7).__radd__(3), (7).__lt__(9), (7).__neg__(), (7).__hash__())
try:
    (300).to_bytes(1, 'big')
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, 'big')
except OverflowError as e:
    print(e)
