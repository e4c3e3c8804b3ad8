# Carets of comparisons, unary operators, boolean operators and conditions.
def check(a, b):
    if a > 0 and not b < -a:
        return -b
    return a
print(check(1, 2))
print(check(1, [2]) if check(0, 0) is not None else 0)
