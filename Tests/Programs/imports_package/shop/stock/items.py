print('init', __name__)
from ..prices import PRICES
from .. import prices
NAMES = sorted(PRICES)

def find(name):
    return name in NAMES and prices.PRICES[name]

class Item:
    def __init__(self, name):
        self.name = name
    def label(self):
        return f'{self.name}:{prices.total([self.name])}'
