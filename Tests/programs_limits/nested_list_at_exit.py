# A structure nested a million deep that is still alive at the end of the program.
x = []
for _ in range(10**6):
    x = [x]
print('end')
