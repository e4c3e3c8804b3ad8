# A memoryview of an array has its item type, writes through it and holds its length.
from array import array

for code in "bBhHiIlLqQfd":
    m = memoryview(array(code, [1, 127]))
    print(code, m.tolist(), m.format, m.itemsize, m.readonly, len(m), m.nbytes, m.shape, m.strides)
print(list(memoryview(array("b", [127, -128]))))

numbers = array("i", [1, 2, 3])
view = memoryview(numbers)
view[0] = -7
view[1:] = array("i", [8, 9])
print(numbers, view[1:].tolist(), view == numbers, view.cast("B").nbytes)
for change in (lambda: numbers.append(4), lambda: numbers.extend([4]), numbers.pop, lambda: numbers.fromlist([1])):
    try:
        change()
    except BufferError as error:
        print(error)
try:
    view[0] = 2**40
except ValueError as error:
    print(error)
view.release()
numbers.append(4)
print(numbers)

letters = memoryview(array("w", "ab"))
print(letters.format, letters.itemsize, len(letters))
try:
    letters[0]
except NotImplementedError as error:
    print(error)
