# The tree of an uncaught exception group.
def first():
    raise ValueError('one')
def collect(*functions):
    errors = []
    for f in functions:
        try:
            f()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup('several', errors)
collect(first, lambda: {}['k'])
