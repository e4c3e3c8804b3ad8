from . import maths

def start(values):
    results = []
    for value in values:
        results.append(maths.inverse(value - 2))
    return results
