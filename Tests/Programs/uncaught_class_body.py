# An exception in a class body and in a nested function definition's default.
def base(n):
    return [1, 2, 3][n]
class Config:
    first = base(0)
    class Inner:
        value = base(7)
