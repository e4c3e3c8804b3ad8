# An uncaught NameError suggests a builtin.
def f(values):
    return prnt(values)
f([1, 2])
