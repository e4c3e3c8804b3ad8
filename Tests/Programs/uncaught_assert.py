# An uncaught AssertionError with message.
def check(values):
    assert all(v > 0 for v in values), f'bad values: {values}'
    return True
print(check([1, 2]))
check([1, -2])
