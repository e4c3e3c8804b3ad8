print('init', __name__)
PRICES = {'pen': 2, 'ink': 7}

def total(names):
    return sum(PRICES.get(n, 1) for n in names)
