# An endless generator under a for loop.
def naturals():
    n = 0
    while True:
        yield n
        n += 1

print('ready', flush=True)
total = 0
for n in naturals():
    total = (total + n) % 7
