# A traceback out of a recursion whose values no longer fit 64 bits.
def f(n, acc):
    if n == 0:
        return acc // (acc - acc)
    return f(n - 1, acc * 1000003) + 1
print(f(5, 7))
