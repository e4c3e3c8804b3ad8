# Prints a few lines and ends normally.
for i in range(3):
    print('line', i)
