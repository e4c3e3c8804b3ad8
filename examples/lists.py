# Lists: comprehensions, slices, sorting, grouping.
#
#   pyaot examples/lists.py

numbers = [(n * 37 + 11) % 100 for n in range(20)]
print("numbers:", numbers)
print("sorted: ", sorted(numbers))
print("evens:  ", [n for n in numbers if n % 2 == 0])
print("last five reversed:", numbers[:-6:-1])
print("sum, min, max:", sum(numbers), min(numbers), max(numbers))

numbers[2:5] = ["replaced"]
del numbers[10:]
print("after slice assignment:", numbers)

words = "the quick brown fox jumps over the lazy dog".split()
print("by length:", sorted(words, key=len))

groups = {}
for word in words:
    groups.setdefault(len(word), []).append(word)
for length, members in sorted(groups.items()):
    print(f"{length}: {', '.join(members)}")

matrix = [[row * 3 + column for column in range(3)] for row in range(3)]
print("transposed:", [list(column) for column in zip(*matrix)])
print("diagonal sum:", sum(matrix[i][i] for i in range(3)))

stack = [1]
while len(stack) < 10:
    stack.append(stack[-1] * 100)
print("powers:", stack)
