# IndexError in a nested subscript: the caret marks the failing part.
def pick(table, row, column):
    return table[row][column]

table = [[1, 2], [3, 4]]
print(pick(table, 0, 1))
print(pick(table, 1, 5))
