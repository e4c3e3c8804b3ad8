level = 1
options = {}

def compute(x):
    return x + 1
