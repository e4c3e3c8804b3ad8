# Packages, sub-packages, relative imports, __init__ contents, dotted imports.
import shop
import shop.stock.items
import shop.prices as prices
from shop import stock, VERSION
from shop.stock import items
from shop.stock.items import find, Item as Thing
print(shop.VERSION, VERSION, shop.__name__, items.__name__, stock.__package__, items is shop.stock.items)
print(prices.total(['pen', 'ink']), find('pen'), Thing('cap').label(), shop.describe())
print(shop.stock.ready, hasattr(shop, 'stock'), hasattr(shop, 'unused'))
