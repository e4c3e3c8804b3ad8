# Prints, then ends with an uncaught exception.
print('before')
def f():
    raise ValueError('uncaught')
f()
