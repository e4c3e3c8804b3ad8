# An endless loop of machine arithmetic in a function.
def spin():
    i = 0
    while i >= 0:
        i = (i + 1) & 0xffff
    return i

print('ready', flush=True)
spin()
