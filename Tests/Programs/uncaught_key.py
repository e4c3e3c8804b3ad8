# An uncaught KeyError with a string key and its repr.
prices = {'apple': 3}
def price(name, amount):
    return amount * prices[name]
print(price('apple', 2))
print(price("pear's", 2))
