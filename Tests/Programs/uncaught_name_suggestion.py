# An uncaught NameError suggests a similar name.
counter = 1
def show():
    return conter + 1
print(counter)
print(show())
