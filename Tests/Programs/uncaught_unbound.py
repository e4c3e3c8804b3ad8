# An uncaught UnboundLocalError.
def f(flag):
    if flag:
        result = 1
    return result + 1
print(f(True))
print(f(False))
