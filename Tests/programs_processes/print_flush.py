# Prints and flushes at once.
print('first', flush=True)
print('second', flush=True)
