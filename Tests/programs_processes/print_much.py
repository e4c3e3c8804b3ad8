# Prints far more than any buffer holds.
for i in range(200000):
    print('line', i)
print('end')
