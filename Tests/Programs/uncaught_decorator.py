# An exception in a decorated function called through its wrapper.
def traced(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper

@traced
def divide(a, b=1):
    return a // b

print(divide(7, 2))
print(divide(7, b=0))
